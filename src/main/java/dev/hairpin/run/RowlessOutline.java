package dev.hairpin.run;

import io.cucumber.messages.types.Feature;
import io.cucumber.messages.types.FeatureChild;
import io.cucumber.messages.types.GherkinDocument;
import io.cucumber.messages.types.Rule;
import io.cucumber.messages.types.RuleChild;
import io.cucumber.messages.types.Scenario;
import io.cucumber.messages.types.Tag;
import io.cucumber.tagexpressions.TagExpressionParser;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A scenario outline whose examples have no row: Cucumber makes no scenario of it.
 *
 * @param uri the feature file
 * @param line the outline's line
 * @param tags with {@code @}, those of its feature and rule too
 */
record RowlessOutline(String uri, long line, String name, List<String> tags) {
  static List<RowlessOutline> in(GherkinDocument document) {
    String uri = document.getUri().orElse("");
    List<RowlessOutline> found = new ArrayList<>();
    document.getFeature().ifPresent(feature -> in(uri, feature, found));
    return found;
  }

  private static void in(String uri, Feature feature, List<RowlessOutline> found) {
    for (FeatureChild child : feature.getChildren()) {
      child.getScenario().ifPresent(each -> add(uri, feature.getTags(), each, found));
      child.getRule().ifPresent(rule -> in(uri, feature, rule, found));
    }
  }

  private static void in(String uri, Feature feature, Rule rule, List<RowlessOutline> found) {
    List<Tag> tags = Stream.concat(feature.getTags().stream(), rule.getTags().stream()).toList();
    for (RuleChild child : rule.getChildren()) {
      child.getScenario().ifPresent(each -> add(uri, tags, each, found));
    }
  }

  private static void add(
      String uri, List<Tag> inherited, Scenario scenario, List<RowlessOutline> found) {
    boolean outline = !scenario.getExamples().isEmpty();
    if (outline
        && scenario.getExamples().stream().allMatch(each -> each.getTableBody().isEmpty())) {
      List<String> tags =
          Stream.of(
                  inherited.stream(),
                  scenario.getTags().stream(),
                  scenario.getExamples().stream().flatMap(each -> each.getTags().stream()))
              .flatMap(each -> each)
              .map(Tag::getName)
              .toList();
      found.add(
          new RowlessOutline(uri, scenario.getLocation().getLine(), scenario.getName(), tags));
    }
  }

  /** Whether a tag expression would choose it. */
  boolean chosen(String expression) {
    return TagExpressionParser.parse(expression).evaluate(tags);
  }

  String words() {
    return "%s:%d: no row in the examples of: %s".formatted(uri, line, name);
  }
}
