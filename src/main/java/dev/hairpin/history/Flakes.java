package dev.hairpin.history;

import dev.hairpin.verdict.Outcome;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which checks flake. One change is none: a check that broke stays broken until it is mended. One
 * that came back without anybody having changed anything is a flake.
 */
public final class Flakes {
  private static final int FEWEST_CHANGES = 2;

  private Flakes() {}

  /**
   * The checks that flake, those that change most first.
   *
   * @param checks the oldest first
   */
  public static List<Flake> of(List<RecordedCheck> checks) {
    Map<List<String>, Course> courses = new LinkedHashMap<>();
    for (RecordedCheck each : checks) {
      if (each.outcome() != Outcome.SKIPPED) {
        courses
            .computeIfAbsent(
                List.of(each.conditions().lab(), each.id(), each.uplink()), key -> new Course())
            .add(each);
      }
    }
    return courses.values().stream()
        .filter(each -> each.changes >= FEWEST_CHANGES)
        .map(Course::flake)
        .sorted(Comparator.comparingInt(Flake::changes).reversed().thenComparing(Flake::id))
        .toList();
  }

  private static boolean good(RecordedCheck check) {
    return check.outcome() == Outcome.PASSED || check.outcome() == Outcome.WAIVED;
  }

  /** One check's way through the runs. */
  private static final class Course {
    private final java.util.ArrayList<RecordedCheck> checks = new java.util.ArrayList<>();
    private int changes;

    void add(RecordedCheck next) {
      if (!checks.isEmpty()) {
        RecordedCheck before = checks.get(checks.size() - 1);
        if (before.conditions().equals(next.conditions()) && good(before) != good(next)) {
          changes++;
        }
      }
      checks.add(next);
    }

    Flake flake() {
      RecordedCheck last = checks.get(checks.size() - 1);
      int bad = (int) checks.stream().filter(each -> !good(each)).count();
      return new Flake(last.id(), last.uplink(), checks.size(), bad, changes, last.outcome());
    }
  }
}
