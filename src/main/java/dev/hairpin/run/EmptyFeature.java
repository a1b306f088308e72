package dev.hairpin.run;

import io.cucumber.messages.types.Feature;
import io.cucumber.messages.types.GherkinDocument;
import io.cucumber.messages.types.Tag;
import io.cucumber.tagexpressions.TagExpressionParser;
import java.util.List;
import java.util.Optional;

/**
 * A feature without a scenario: a line such as {@code Scenaro: ...} is but a part of its
 * description, and so are the steps behind it.
 *
 * @param uri the feature file
 * @param line the feature's line
 * @param tags with {@code @}
 */
record EmptyFeature(String uri, long line, String name, List<String> tags) {
  static Optional<EmptyFeature> in(GherkinDocument document) {
    return document
        .getFeature()
        .filter(EmptyFeature::isEmpty)
        .map(
            each ->
                new EmptyFeature(
                    document.getUri().orElse(""),
                    each.getLocation().getLine(),
                    each.getName(),
                    each.getTags().stream().map(Tag::getName).toList()));
  }

  private static boolean isEmpty(Feature feature) {
    return feature.getChildren().stream()
        .allMatch(
            child ->
                child.getScenario().isEmpty()
                    && child.getRule().stream()
                        .flatMap(rule -> rule.getChildren().stream())
                        .allMatch(each -> each.getScenario().isEmpty()));
  }

  /** Whether a tag expression would choose what stands there. */
  boolean chosen(String expression) {
    return TagExpressionParser.parse(expression).evaluate(tags);
  }

  String words() {
    return "%s:%d: no scenario in feature: %s (each begins with 'Scenario:')"
        .formatted(uri, line, name);
  }
}
