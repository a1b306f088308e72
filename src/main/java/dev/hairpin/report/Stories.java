package dev.hairpin.report;

import dev.hairpin.verdict.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Checks that came to the same on several uplinks, put together: a page that tells each of them in
 * full has tens of megabytes with many uplinks, and nobody finds the one that differs.
 */
final class Stories {
  /** Of one check and one verdict; the uplinks beyond them are told with the first. */
  private static final int MOST_IN_FULL = 3;

  private final Map<String, LabInfo.Uplink> uplinks = new HashMap<>();

  private Stories(LabInfo lab) {
    lab.uplinks().forEach(each -> uplinks.put(each.name(), each));
  }

  /** Those with one outcome, in the order of the run. */
  static List<Story> of(Results results, Outcome outcome) {
    return new Stories(results.lab()).together(results.with(outcome));
  }

  private List<Story> together(List<CheckResult> checks) {
    Map<Object, Map<Object, List<CheckResult>>> verdicts = new LinkedHashMap<>();
    for (CheckResult check : checks) {
      verdicts
          .computeIfAbsent(verdict(check), none -> new LinkedHashMap<>())
          .computeIfAbsent(
              Likeness.of(check, uplinks.get(check.uplink())), none -> new ArrayList<>())
          .add(check);
    }
    return verdicts.values().stream().flatMap(each -> told(each.values()).stream()).toList();
  }

  private static Object verdict(CheckResult check) {
    return List.of(check.feature(), check.id(), check.scenario(), check.diagnosis());
  }

  private static List<Story> told(Iterable<List<CheckResult>> alike) {
    List<List<CheckResult>> full = new ArrayList<>();
    for (List<CheckResult> each : alike) {
      if (full.size() < MOST_IN_FULL) {
        full.add(new ArrayList<>(each));
      } else {
        full.get(0).addAll(each);
      }
    }
    return full.stream().map(each -> new Story(each.get(0), each.subList(1, each.size()))).toList();
  }
}
