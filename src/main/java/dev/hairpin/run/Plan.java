package dev.hairpin.run;

import dev.hairpin.steps.CheckIds;
import java.util.List;
import java.util.Optional;

/**
 * What a run is going to do on each uplink.
 *
 * @param scenarios in the order of the run
 * @param ids the names of the checks of all scenarios that were found, chosen or not
 */
public record Plan(List<Planned> scenarios, CheckIds ids) {
  /**
   * One scenario.
   *
   * @param uri the feature file
   * @param line the scenario's line, or its row's in an outline
   * @param feature the feature's name
   * @param name the scenario's name: the check's claim
   * @param description what stands under it: clause or kernel function
   * @param tags with {@code @}
   */
  public record Planned(
      String uri, int line, String feature, String name, String description, List<String> tags) {}

  /** Whether some scenario needs real guests. */
  boolean needsGuests() {
    return scenarios.stream().anyMatch(each -> each.tags().contains(RunOrder.GUEST));
  }

  /** How many scenarios need the NIC without guests on it. */
  int needNicAlone() {
    return (int)
        scenarios.stream().filter(each -> each.tags().contains(RunOrder.NIC_ALONE)).count();
  }

  /** The scenario at a place, by {@code uri:line}. */
  Optional<Planned> at(String uri, int line) {
    return scenarios.stream()
        .filter(each -> each.uri().equals(uri) && each.line() == line)
        .findFirst();
  }
}
