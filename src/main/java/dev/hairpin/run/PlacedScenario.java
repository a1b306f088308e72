package dev.hairpin.run;

import io.cucumber.messages.types.Feature;
import io.cucumber.messages.types.FeatureChild;
import io.cucumber.messages.types.Rule;
import io.cucumber.messages.types.RuleChild;
import io.cucumber.messages.types.Scenario;
import io.cucumber.messages.types.Tag;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A scenario or an outline where it stands: in a feature, or in one of its rules.
 *
 * @param inherited the tags of its feature and its rule
 */
record PlacedScenario(Scenario scenario, List<Tag> inherited) {
  /** Those of a feature, in their order. */
  static Stream<PlacedScenario> of(Feature feature) {
    return feature.getChildren().stream().flatMap(child -> of(child, feature.getTags()));
  }

  private static Stream<PlacedScenario> of(FeatureChild child, List<Tag> tags) {
    return Stream.concat(
        child.getScenario().stream().map(each -> new PlacedScenario(each, tags)),
        child.getRule().stream().flatMap(rule -> of(rule, tags)));
  }

  private static Stream<PlacedScenario> of(Rule rule, List<Tag> tags) {
    List<Tag> all = Stream.concat(tags.stream(), rule.getTags().stream()).toList();
    return rule.getChildren().stream()
        .map(RuleChild::getScenario)
        .flatMap(Optional::stream)
        .map(each -> new PlacedScenario(each, all));
  }
}
