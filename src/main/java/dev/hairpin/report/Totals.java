package dev.hairpin.report;

import dev.hairpin.verdict.Outcome;
import java.util.List;

/** How many checks had which outcome. */
public record Totals(int passed, int failed, int waived, int inconclusive, int skipped) {
  /** Counts. */
  public static Totals of(List<CheckResult> checks) {
    return new Totals(
        count(checks, Outcome.PASSED),
        count(checks, Outcome.FAILED),
        count(checks, Outcome.WAIVED),
        count(checks, Outcome.INCONCLUSIVE),
        count(checks, Outcome.SKIPPED));
  }

  private static int count(List<CheckResult> checks, Outcome outcome) {
    return (int) checks.stream().filter(each -> each.outcome() == outcome).count();
  }

  /** How many checks had this outcome. */
  public int of(Outcome outcome) {
    return switch (outcome) {
      case PASSED -> passed;
      case FAILED -> failed;
      case WAIVED -> waived;
      case INCONCLUSIVE -> inconclusive;
      case SKIPPED -> skipped;
    };
  }

  /** How many checks there were. */
  int all() {
    return passed + failed + waived + inconclusive + skipped;
  }
}
