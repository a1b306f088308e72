package dev.hairpin.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Probes of which the same was expected at the same places.
 *
 * @param hops the places, with what was expected there
 */
public record ProbeGroup(String sender, List<Hop> hops, List<TrialPath> trials) {
  private static final int MOST_RIGHT = 12;
  private static final int MOST_WRONG = 36;

  public ProbeGroup {
    hops = List.copyOf(hops);
    trials = List.copyOf(trials);
  }

  /** All that went wrong, up to a number that can be read, and some that did not. */
  static List<ProbeGroup> of(List<TrialPath> trials) {
    List<TrialPath> shown = shown(trials);
    Map<Object, List<TrialPath>> groups = new LinkedHashMap<>();
    shown.forEach(
        each -> groups.computeIfAbsent(expectation(each), none -> new ArrayList<>()).add(each));
    return groups.values().stream()
        .map(each -> new ProbeGroup(each.get(0).sender(), each.get(0).hops(), each))
        .toList();
  }

  /** A table that has something wrong in it is shown with all that belongs to it. */
  private static List<TrialPath> shown(List<TrialPath> trials) {
    boolean good = trials.stream().allMatch(TrialPath::ok);
    int mostRight = good ? MOST_RIGHT : MOST_WRONG;
    int right = 0;
    int wrong = 0;
    List<TrialPath> shown = new ArrayList<>();
    for (TrialPath each : trials) {
      if (each.ok() ? right++ < mostRight : wrong++ < MOST_WRONG) {
        shown.add(each);
      }
    }
    return shown;
  }

  private static Object expectation(TrialPath trial) {
    return List.of(
        trial.sender(),
        trial.hops().stream().map(each -> List.of(each.place(), each.expected())).toList());
  }
}
