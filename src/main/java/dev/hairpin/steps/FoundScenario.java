package dev.hairpin.steps;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A scenario of a feature file, or a row of an outline.
 *
 * @param uri the feature file
 * @param scenario the line of the scenario, or of the row's outline
 * @param line the line of the scenario, or the row's
 * @param own its own tags, with {@code @}
 * @param inherited those of its feature and its rule
 */
public record FoundScenario(
    String uri, int scenario, int line, String name, List<String> own, List<String> inherited) {
  /** All tags that may name it: its own first. */
  List<String> names() {
    return Stream.concat(own.stream(), inherited.stream())
        .filter(each -> !GroupTags.has(each))
        .toList();
  }

  /** What it is called where each of its tags is another's too, or it has none. */
  String sharedName() {
    List<String> nearest = own.stream().anyMatch(each -> !GroupTags.has(each)) ? own : inherited;
    return nearest.stream()
        .filter(each -> !GroupTags.has(each))
        .reduce((first, last) -> last)
        .map(each -> each.substring(1))
        .orElseGet(() -> slug(name));
  }

  /** The scenario that it is, or is a row of. */
  String place() {
    return uri + ":" + scenario;
  }

  private static String slug(String text) {
    String slug =
        text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    return slug.isEmpty() ? "check" : slug.substring(0, Math.min(60, slug.length()));
  }
}
