package dev.hairpin.report;

import dev.hairpin.verdict.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A check as the page tells it.
 *
 * @param check told in full
 * @param others the same check with the same verdict on other uplinks, told in a line each
 */
public record Story(CheckResult check, List<CheckResult> others) {
  /** Lines of a transcript that stand in the page, of what passed and of what didn't. */
  private static final int FEW_LINES = 24;

  private static final int MANY_LINES = 80;

  /** Expectations that were met, of those that stand in the page. */
  private static final int MET = 12;

  /** Other uplinks that are read without being unfolded. */
  private static final int FEW_OTHERS = 8;

  public Story {
    others = List.copyOf(others);
  }

  /** Whether it wants reading. */
  public boolean deviates() {
    return check.outcome() != Outcome.PASSED && check.outcome() != Outcome.SKIPPED;
  }

  /** The uplink, and how many more. */
  public String where() {
    return "on "
        + check.uplink()
        + (others.isEmpty() ? "" : " and " + Figures.count(others.size(), "more uplink"));
  }

  /** Whether the other uplinks' lines are shown at once. */
  public boolean othersOpen() {
    return deviates() && others.size() <= FEW_OTHERS;
  }

  /** What was expected and seen: what went wrong first, then some of what did not. */
  public List<CheckResult.Finding> findings() {
    List<CheckResult.Finding> shown = new ArrayList<>(WrongHops.of(check.trials()));
    check.findings().stream().filter(each -> !met(each)).forEach(shown::add);
    check.findings().stream().filter(Story::met).limit(MET).forEach(shown::add);
    return shown;
  }

  /** How many expectations that were met are not among {@link #findings()}. */
  public int moreMet() {
    return Math.max(0, (int) check.findings().stream().filter(Story::met).count() - MET);
  }

  private static boolean met(CheckResult.Finding finding) {
    return finding.outcome() == Outcome.PASSED;
  }

  /** The ways that differ from one another, as drawings. */
  public List<Drawn> drawings() {
    return Drawn.of(check.trials());
  }

  /** Figures that were measured more than once, such as throughput over frame sizes. */
  public List<Chart> charts() {
    return LoadCharts.of(check.measurements());
  }

  /** The other figures. */
  public Map<String, Double> measured() {
    return LoadCharts.beside(check.measurements());
  }

  /** Every probe in a line, by what was expected of it; of many some. */
  public List<ProbeGroup> probes() {
    return ProbeGroup.of(check.trials());
  }

  /** What the page says of the probes that it leaves out; empty when it shows all. */
  public String probesLeftOut() {
    int shown = probes().stream().mapToInt(each -> each.trials().size()).sum();
    int rest = check.trials().size() - shown;
    long wrong =
        check.trials().stream().filter(each -> !each.ok()).count()
            - probes().stream()
                .flatMap(each -> each.trials().stream())
                .filter(each -> !each.ok())
                .count();
    return rest == 0
        ? ""
        : "%s not listed here, %s; results.json and the evidence have all of them."
            .formatted(
                Figures.count(rest, "more probe") + (rest == 1 ? " is" : " are"),
                wrong == 0 ? "as expected" : wrong + " of them not as expected");
  }

  /** The lines, but of many the beginning and the end. */
  public String transcript() {
    List<String> lines = check.transcript();
    int most = deviates() ? MANY_LINES : FEW_LINES;
    if (lines.size() <= most) {
      return String.join("\n", lines);
    }
    int end = most / 2;
    return String.join("\n", lines.subList(0, end))
        + "\n[%d lines are left out here]\n".formatted(lines.size() - 2 * end)
        + String.join("\n", lines.subList(lines.size() - end, lines.size()));
  }
}
