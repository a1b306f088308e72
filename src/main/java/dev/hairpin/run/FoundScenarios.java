package dev.hairpin.run;

import dev.hairpin.steps.CheckIds;
import dev.hairpin.steps.FoundScenario;
import io.cucumber.messages.types.Examples;
import io.cucumber.messages.types.GherkinDocument;
import io.cucumber.messages.types.Pickle;
import io.cucumber.messages.types.PickleTag;
import io.cucumber.messages.types.Scenario;
import io.cucumber.messages.types.Tag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Every scenario of the feature files that were read, whether it is chosen or not. */
final class FoundScenarios {
  private final Map<String, Integer> lines = new HashMap<>();
  private final Set<String> ownTags = new HashSet<>();
  private final List<Pickle> pickles = new ArrayList<>();

  /** A feature file was read. */
  void read(GherkinDocument document) {
    document.getFeature().stream()
        .flatMap(PlacedScenario::of)
        .map(PlacedScenario::scenario)
        .forEach(this::read);
  }

  private void read(Scenario scenario) {
    lines.put(scenario.getId(), scenario.getLocation().getLine().intValue());
    own(scenario.getTags());
    for (Examples each : scenario.getExamples()) {
      own(each.getTags());
      each.getTableBody()
          .forEach(row -> lines.put(row.getId(), row.getLocation().getLine().intValue()));
    }
  }

  private void own(List<Tag> tags) {
    tags.forEach(each -> ownTags.add(each.getId()));
  }

  /** Cucumber made this of a scenario, or of an outline's row. */
  void made(Pickle pickle) {
    pickles.add(pickle);
  }

  boolean none() {
    return pickles.isEmpty();
  }

  /** What all of them are called. */
  CheckIds ids() {
    return CheckIds.of(pickles.stream().map(this::found).toList());
  }

  private FoundScenario found(Pickle pickle) {
    List<String> nodes = pickle.getAstNodeIds();
    return new FoundScenario(
        pickle.getUri(),
        line(nodes.get(0)),
        line(nodes.get(nodes.size() - 1)),
        pickle.getName(),
        tags(pickle, ownTags::contains),
        tags(pickle, id -> !ownTags.contains(id)));
  }

  private int line(String node) {
    return lines.getOrDefault(node, 0);
  }

  private static List<String> tags(Pickle pickle, Predicate<String> which) {
    return pickle.getTags().stream()
        .filter(each -> which.test(each.getAstNodeId()))
        .map(PickleTag::getName)
        .toList();
  }
}
