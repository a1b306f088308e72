package dev.hairpin.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A probe's way that is drawn for all that went alike.
 *
 * @param trial the one that is drawn
 * @param alike how many more it stands for
 */
public record Drawn(TrialPath trial, int alike) {
  private static final int MOST = 4;
  private static final int MOST_RIGHT = 2;

  /** The ways that differ: those that went wrong first, and a few that did not. */
  static List<Drawn> of(List<TrialPath> trials) {
    Map<Object, List<TrialPath>> ways = new LinkedHashMap<>();
    trials.forEach(each -> ways.computeIfAbsent(way(each), none -> new ArrayList<>()).add(each));
    List<Drawn> all =
        ways.values().stream().map(each -> new Drawn(each.get(0), each.size() - 1)).toList();
    List<Drawn> wrong = all.stream().filter(each -> !each.trial.ok()).limit(MOST).toList();
    int right = Math.max(0, Math.min(MOST_RIGHT, MOST - wrong.size()));
    return Stream.concat(wrong.stream(), all.stream().filter(each -> each.trial.ok()).limit(right))
        .toList();
  }

  private static Object way(TrialPath trial) {
    return Stream.concat(
            Stream.of(trial.sender()),
            trial.hops().stream()
                .map(each -> List.of(each.place(), each.seen(), each.ok() ? "" : each.expected())))
        .toList();
  }

  public boolean ok() {
    return trial.ok();
  }

  /** The element. */
  public String svg() {
    return PathDrawing.of(trial);
  }

  /** What the drawing shows. */
  public String caption() {
    return trial.name()
        + (alike == 0 ? "" : ", and %d more that went alike".formatted(alike))
        + (trial.ok() ? ": as expected" : ": not as expected");
  }
}
