package dev.hairpin.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the same run came to, made many times: how often each check came out how. */
public final class Repetitions {
  /** The worst first: a failure that was seen once is not made good by runs that passed. */
  private static final List<Integer> WORST_FIRST =
      List.of(ExitStatus.INTERRUPTED, ExitStatus.FAILED, ExitStatus.INCONCLUSIVE, ExitStatus.GOOD);

  private final Map<Integer, Integer> exits = new TreeMap<>();
  private final Map<String, Map<String, Seen>> checks = new TreeMap<>();

  /** How often an outcome was seen, and where first. */
  private record Seen(int times, Path first) {
    Seen again() {
      return new Seen(times + 1, first);
    }
  }

  /** One run more. */
  public void add(Results results, Path folder) {
    exits.merge(results.run().exit(), 1, Integer::sum);
    for (CheckResult each : results.checks()) {
      checks
          .computeIfAbsent(each.id() + " on " + each.uplink(), check -> new TreeMap<>())
          .merge(outcome(each), new Seen(1, folder), (before, now) -> before.again());
    }
  }

  private static String outcome(CheckResult check) {
    return check.diagnosis().isEmpty()
        ? check.outcome().id()
        : check.outcome().id() + " " + check.diagnosis().orElseThrow().id();
  }

  /** The exit status of them all: the worst of them. */
  public int exit() {
    return WORST_FIRST.stream().filter(exits::containsKey).findFirst().orElse(ExitStatus.GOOD);
  }

  /** How many there were of which exit status, and every check that did not come out alike. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s: %s"
            .formatted(
                Figures.count(exits.values().stream().mapToInt(Integer::intValue).sum(), "run"),
                exits.entrySet().stream()
                    .map(each -> "%d with exit %d".formatted(each.getValue(), each.getKey()))
                    .collect(Collectors.joining(", "))));
    checks.forEach(
        (check, outcomes) -> {
          if (outcomes.size() > 1) {
            lines.add(check + " did not always come out alike:");
            outcomes.forEach(
                (outcome, seen) ->
                    lines.add(
                        "  %d times %s, first in %s"
                            .formatted(seen.times(), outcome, seen.first())));
          }
        });
    return lines;
  }
}
