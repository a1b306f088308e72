package dev.hairpin.report;

import dev.hairpin.verdict.Outcome;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The verdict of a run in one sentence, and its totals in one line. */
public final class Headline {
  private static final int NAMED = 3;

  private Headline() {}

  /** Such as {@code 24 checks: 20 passed, 4 waived; exit 0}. */
  public static String line(Results results) {
    String counts =
        Arrays.stream(Outcome.values())
            .filter(each -> results.totals().of(each) > 0)
            .map(each -> results.totals().of(each) + " " + each.id())
            .collect(Collectors.joining(", "));
    return "%s: %s; exit %d"
        .formatted(
            Figures.count(results.totals().all(), "check"),
            counts.isEmpty() ? "nothing ran" : counts,
            results.run().exit());
  }

  /** The verdict in one short sentence, for a reader of nothing else. */
  public static String verdict(Results results) {
    Totals totals = results.totals();
    String all = Figures.count(totals.all(), "check");
    String verdict;
    if (totals.failed() > 0) {
      verdict =
          "Switch and host do not work together as they should: %d of %s failed%s."
              .formatted(totals.failed(), all, affected(results, Outcome.FAILED));
    } else if (totals.inconclusive() > 0) {
      verdict =
          "It is not proven that switch and host work together: %d of %s could not be decided%s."
              .formatted(totals.inconclusive(), all, affected(results, Outcome.INCONCLUSIVE));
    } else if (totals.passed() + totals.waived() == 0) {
      verdict = "It is not proven that switch and host work together: nothing was decided.";
    } else if (totals.waived() > 0) {
      verdict =
          "Switch and host work together in %d of %s; %s %s accepted in this lab."
              .formatted(
                  totals.passed(),
                  all,
                  Figures.count(totals.waived(), "failure"),
                  totals.waived() == 1 ? "is" : "are");
    } else {
      verdict =
          "Switch and host work together in "
              + (totals.skipped() == 0
                  ? (totals.all() == 1 ? "the check that ran." : "all %s.".formatted(all))
                  : "all that could be checked: %d of %s passed, %d skipped."
                      .formatted(totals.passed(), all, totals.skipped()));
    }
    return results.run().exit() == ExitStatus.INTERRUPTED
        ? "The run was interrupted before its end. Until then: " + verdict
        : verdict;
  }

  /** On which uplinks, where there are several. */
  private static String affected(Results results, Outcome outcome) {
    List<String> uplinks =
        results.with(outcome).stream().map(CheckResult::uplink).distinct().toList();
    int all = results.uplinks().size();
    if (all == 1) {
      return "";
    }
    return uplinks.size() == 1
        ? ", all on " + uplinks.get(0)
        : ", on %d of %d uplinks".formatted(uplinks.size(), all);
  }

  /** The verdict, and which checks it rests on. */
  public static String sentence(Results results) {
    Totals totals = results.totals();
    String verdict;
    if (totals.failed() > 0) {
      verdict = failed(results);
    } else if (totals.inconclusive() > 0) {
      verdict = undecided(results);
    } else if (totals.passed() + totals.waived() == 0) {
      verdict = "Nothing was decided, so nothing is proven.";
    } else if (totals.waived() > 0) {
      verdict =
          "Everything passed but for %s that this lab waives: %s."
              .formatted(Figures.count(totals.waived(), "failure"), names(results, Outcome.WAIVED));
    } else {
      verdict = totals.skipped() > 0 ? "Every check that was made passed." : "Every check passed.";
    }
    if (totals.skipped() > 0 && totals.passed() + totals.waived() > 0) {
      verdict +=
          " %s skipped: %s."
              .formatted(
                  totals.skipped() == 1 ? "1 check was" : totals.skipped() + " checks were",
                  names(results, Outcome.SKIPPED));
    }
    return results.run().exit() == ExitStatus.INTERRUPTED
        ? "The run was interrupted before its end. Until then: " + verdict
        : verdict;
  }

  private static String failed(Results results) {
    return "%s of %d failed: %s."
            .formatted(
                Figures.count(results.totals().failed(), "check"),
                results.totals().all(),
                names(results, Outcome.FAILED))
        + beside(results.totals().inconclusive(), "could not be decided")
        + beside(results.totals().waived(), "failed but is waived", "failed but are waived");
  }

  private static String undecided(Results results) {
    String others = results.totals().waived() > 0 ? " but what this lab waives" : "";
    return "Nothing failed%s, but %s could not be decided: %s."
        .formatted(
            others,
            Figures.count(results.totals().inconclusive(), "check"),
            names(results, Outcome.INCONCLUSIVE));
  }

  private static String beside(int number, String what) {
    return beside(number, what, what);
  }

  private static String beside(int number, String one, String several) {
    return number == 0
        ? ""
        : " %s %s.".formatted(Figures.count(number, "other"), number == 1 ? one : several);
  }

  private static String names(Results results, Outcome outcome) {
    List<CheckResult> checks = results.with(outcome);
    String names =
        checks.stream().limit(NAMED).map(Headline::name).collect(Collectors.joining(", "));
    int more = checks.size() - NAMED;
    return more > 0 ? names + " and " + more + " more" : names;
  }

  private static String name(CheckResult check) {
    return check.id()
        + " on "
        + check.uplink()
        + check.diagnosis().map(each -> " (" + each.id() + ")").orElse("");
  }
}
