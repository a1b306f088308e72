package dev.hairpin.report;

import dev.hairpin.verdict.Outcome;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the templates of {@code report.html} ask for; public because they are compiled apart. */
public final class ReportPage {
  /** Trials of one check that are drawn. */
  private static final int MOST_DRAWN = 6;

  private static final int MOST_WRONG = 20;

  /** Lines of a transcript that stand in the page. */
  private static final int MOST_LINES = 200;

  private final Results results;

  ReportPage(Results results) {
    this.results = results;
  }

  public Results results() {
    return results;
  }

  public String sentence() {
    return Headline.sentence(results);
  }

  /** The worst outcome of the run, as a style's name. */
  public String tone() {
    return switch (results.run().exit()) {
      case ExitStatus.GOOD -> results.totals().waived() > 0 ? "waived" : "passed";
      case ExitStatus.FAILED -> "failed";
      default -> "inconclusive";
    };
  }

  public String took() {
    return Figures.seconds(results.run().took());
  }

  /** Names and values of machine, lab and run. */
  public Map<String, String> environment() {
    return Environment.of(results);
  }

  /** The checks' ids by feature, each in order. */
  public Map<String, List<String>> features() {
    Map<String, List<String>> features = new LinkedHashMap<>();
    for (CheckResult each : results.checks()) {
      features.computeIfAbsent(each.feature(), name -> idsOf(name));
    }
    return features;
  }

  private List<String> idsOf(String feature) {
    return results.checks().stream()
        .filter(each -> each.feature().equals(feature))
        .map(CheckResult::id)
        .distinct()
        .toList();
  }

  /** One cell of the table. */
  public Optional<CheckResult> cell(String feature, String id, String uplink) {
    return results.checks().stream()
        .filter(each -> each.feature().equals(feature))
        .filter(each -> each.id().equals(id) && each.uplink().equals(uplink))
        .findFirst();
  }

  /** The outcomes that occur, those that want reading first. */
  public List<Outcome> outcomes() {
    return List.of(
            Outcome.FAILED, Outcome.INCONCLUSIVE, Outcome.WAIVED, Outcome.PASSED, Outcome.SKIPPED)
        .stream()
        .filter(each -> results.totals().of(each) > 0)
        .toList();
  }

  /** A heading over the checks of one outcome. */
  public static String heading(Outcome outcome) {
    return switch (outcome) {
      case FAILED -> "Failed";
      case INCONCLUSIVE -> "Could not be decided";
      case WAIVED -> "Failed and waived by this lab";
      case PASSED -> "Passed";
      case SKIPPED -> "Skipped";
    };
  }

  /** Whether a check's details are shown at once. */
  public static boolean open(CheckResult check) {
    return check.outcome() != Outcome.PASSED && check.outcome() != Outcome.SKIPPED;
  }

  public static String sign(Outcome outcome) {
    return Words.sign(outcome);
  }

  public static String verdict(CheckResult check) {
    return CheckStory.verdict(check);
  }

  public static String waiver(CheckResult check) {
    return CheckStory.waiver(check);
  }

  /** Those trials of a check that the page shows: what went wrong first, and some that didn't. */
  public static List<TrialPath> shown(CheckResult check) {
    List<TrialPath> wrong =
        check.trials().stream().filter(each -> !each.ok()).limit(MOST_WRONG).toList();
    List<TrialPath> right =
        check.trials().stream()
            .filter(TrialPath::ok)
            .limit(Math.max(MOST_DRAWN - wrong.size(), 1))
            .toList();
    return check.trials().stream()
        .filter(each -> wrong.contains(each) || right.contains(each))
        .toList();
  }

  /** What the page says of the trials that it doesn't show; empty when it shows all. */
  public static String notShown(CheckResult check) {
    List<TrialPath> shown = shown(check);
    int rest = check.trials().size() - shown.size();
    long wrong =
        check.trials().stream().filter(each -> !each.ok()).count()
            - shown.stream().filter(each -> !each.ok()).count();
    return rest == 0
        ? ""
        : "%d more trials are not drawn here, %s; results.json and the evidence have all of them."
            .formatted(rest, wrong == 0 ? "each as expected" : wrong + " of them not as expected");
  }

  /** The lines, but of very many the beginning and the end. */
  public static String transcript(CheckResult check) {
    List<String> lines = check.transcript();
    if (lines.size() <= MOST_LINES) {
      return String.join("\n", lines);
    }
    int end = MOST_LINES / 2;
    return String.join("\n", lines.subList(0, end))
        + "\n[%d lines are left out here]\n".formatted(lines.size() - 2 * end)
        + String.join("\n", lines.subList(lines.size() - end, lines.size()));
  }

  public static String drawing(TrialPath trial) {
    return PathDrawing.of(trial);
  }

  public static boolean ok(TrialPath trial) {
    return trial.ok();
  }

  public static String fate(Hop hop) {
    return hop.fate().word;
  }

  public static String millis(double millis) {
    return Figures.millis(millis);
  }

  public static String when(Hop hop) {
    return hop.when().isEmpty() ? "–" : hop.when();
  }

  /** A name for a place in the page; nothing of it needs escaping. */
  public static String anchor(CheckResult check) {
    return (check.id() + "--" + check.uplink()).replaceAll("[^A-Za-z0-9-]", "_");
  }

  /** A relative link to a file of the run's folder, never one that leads elsewhere. */
  public static String link(String path) {
    String inside = "/" + path.replaceFirst("^/+", "");
    try {
      return "." + new URI(null, null, inside, null).getRawPath();
    } catch (URISyntaxException unlikely) {
      return "#";
    }
  }
}
