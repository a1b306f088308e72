package dev.hairpin.run;

import io.cucumber.messages.types.GherkinDocument;
import io.cucumber.messages.types.Tag;
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
        .filter(each -> PlacedScenario.of(each).findAny().isEmpty())
        .map(
            each ->
                new EmptyFeature(
                    document.getUri().orElse(""),
                    each.getLocation().getLine(),
                    each.getName(),
                    each.getTags().stream().map(Tag::getName).toList()));
  }

  String words() {
    return "%s:%d: no scenario in feature: %s (each begins with 'Scenario:')"
        .formatted(uri, line, name);
  }
}
