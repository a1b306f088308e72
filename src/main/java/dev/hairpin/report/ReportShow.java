package dev.hairpin.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A finished run on the terminal. */
public final class ReportShow {
  private ReportShow() {}

  /**
   * The verdicts of a run.
   *
   * @param folder a run's folder, such as {@code reports/latest}
   * @throws IOException where there are no results in it, or not readable ones
   */
  public static List<String> of(Path folder, boolean colour) throws IOException {
    Results results = ResultsJson.read(folder);
    List<String> lines = new ArrayList<>();
    lines.add(
        "run %s, lab %s, %s, took %s"
            .formatted(
                PlainText.line(results.run().id()),
                PlainText.line(results.lab().name()),
                results.run().started(),
                Figures.seconds(results.run().took())));
    lines.add("");
    lines.addAll(VerdictTable.of(results, folder, colour));
    return lines;
  }

  /**
   * One check, on each uplink it ran on.
   *
   * @param id the check's
   * @throws NoSuchCheckException where the run has none of that id
   * @throws IOException where there are no results in the folder, or not readable ones
   */
  public static List<CheckResult> named(Path folder, String id)
      throws NoSuchCheckException, IOException {
    Results results = ResultsJson.read(folder);
    List<CheckResult> checks =
        results.checks().stream().filter(each -> each.id().equals(id)).toList();
    if (checks.isEmpty()) {
      throw new NoSuchCheckException(
          "no check '%s' in %s; it has: %s"
              .formatted(
                  id,
                  folder,
                  String.join(
                      ", ", results.checks().stream().map(CheckResult::id).distinct().toList())));
    }
    return checks;
  }

  /** A run has no check of that id; the message names those it has. */
  public static final class NoSuchCheckException extends Exception {
    private static final long serialVersionUID = 1L;

    NoSuchCheckException(String message) {
      super(message);
    }
  }

  /** All that is known of some checks. */
  public static List<String> whole(List<CheckResult> checks, boolean colour) {
    List<String> lines = new ArrayList<>();
    for (CheckResult each : checks) {
      lines.add(Paint.of(colour).bold(PlainText.line(each.id() + " on " + each.uplink())));
      CheckStory.whole(each).forEach(line -> lines.add("  " + PlainText.line(line)));
      each.findings().forEach(finding -> lines.add("  finding   " + finding(finding)));
      each.trials().forEach(trial -> lines.addAll(trial(trial)));
      each.transcript().forEach(line -> lines.add("  switch    " + PlainText.line(line)));
      lines.add("");
    }
    return lines;
  }

  private static String finding(CheckResult.Finding finding) {
    return PlainText.line(
        Words.of(finding.outcome()) + ": " + finding.claim() + "; seen: " + finding.seen());
  }

  private static List<String> trial(TrialPath trial) {
    List<String> lines = new ArrayList<>();
    lines.add("  probe     " + PlainText.line(trial.name() + ", from " + trial.sender()));
    for (Hop hop : trial.hops()) {
      String at = hop.when().isEmpty() ? "" : ", at " + hop.when();
      lines.add("              " + PlainText.line(hop.place() + ": " + hop.words() + at));
    }
    return lines;
  }
}
