package dev.hairpin.run;

import io.cucumber.messages.types.GherkinDocument;
import io.cucumber.messages.types.Scenario;
import io.cucumber.messages.types.Tag;
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
    return document.getFeature().stream()
        .flatMap(PlacedScenario::of)
        .filter(each -> rowless(each.scenario()))
        .map(each -> of(uri, each))
        .toList();
  }

  private static boolean rowless(Scenario scenario) {
    return !scenario.getExamples().isEmpty()
        && scenario.getExamples().stream().allMatch(each -> each.getTableBody().isEmpty());
  }

  private static RowlessOutline of(String uri, PlacedScenario placed) {
    Scenario outline = placed.scenario();
    Stream<Tag> own =
        Stream.concat(
            outline.getTags().stream(),
            outline.getExamples().stream().flatMap(each -> each.getTags().stream()));
    return new RowlessOutline(
        uri,
        outline.getLocation().getLine(),
        outline.getName(),
        Stream.concat(placed.inherited().stream(), own).map(Tag::getName).toList());
  }

  String words() {
    return "%s:%d: no row in the examples of: %s".formatted(uri, line, name);
  }
}
