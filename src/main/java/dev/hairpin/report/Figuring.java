package dev.hairpin.report;

import dev.hairpin.verdict.Outcome;
import java.util.ArrayList;
import java.util.List;

/** Whether a run's totals and its exit status follow from its verdicts. */
final class Figuring {
  private Figuring() {}

  static List<String> faults(Results results, List<Rejudged> checks) {
    List<String> faults = new ArrayList<>();
    Totals again =
        new Totals(
            count(checks, Outcome.PASSED),
            count(checks, Outcome.FAILED),
            count(checks, Outcome.WAIVED),
            count(checks, Outcome.INCONCLUSIVE),
            count(checks, Outcome.SKIPPED));
    if (!results.totals().equals(again)) {
      faults.add(
          "the totals are stated as %s, but the verdicts come to %s"
              .formatted(phrase(results.totals()), phrase(again)));
    }
    int stated = results.run().exit();
    int follows = ExitStatus.of(again, stated == ExitStatus.INTERRUPTED);
    if (stated != follows) {
      faults.add(
          "the exit status is stated as %d, but the verdicts come to %d"
              .formatted(stated, follows));
    }
    return faults;
  }

  private static int count(List<Rejudged> checks, Outcome outcome) {
    return (int) checks.stream().filter(each -> each.outcome() == outcome).count();
  }

  private static String phrase(Totals totals) {
    return "%d passed, %d failed, %d waived, %d inconclusive, %d skipped"
        .formatted(
            totals.passed(),
            totals.failed(),
            totals.waived(),
            totals.inconclusive(),
            totals.skipped());
  }
}
