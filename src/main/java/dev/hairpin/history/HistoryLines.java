package dev.hairpin.history;

import dev.hairpin.report.PlainText;
import dev.hairpin.report.Totals;
import dev.hairpin.verdict.Diagnosis;
import dev.hairpin.verdict.Outcome;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The history on a terminal of 80 columns. */
public final class HistoryLines {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.systemDefault());

  private HistoryLines() {}

  /** One line for each run. */
  public static List<String> runs(List<RecordedRun> runs) {
    List<String> lines = new ArrayList<>();
    lines.add(row("run", "started", "lab", "verdict"));
    for (RecordedRun each : runs) {
      lines.add(row(each.id(), at(each.started()), each.lab(), totals(each.totals(), each.exit())));
    }
    return lines;
  }

  private static String row(String run, String started, String lab, String verdict) {
    return (cell(run, 22) + cell(started, 18) + cell(lab, 14) + PlainText.line(verdict))
        .stripTrailing();
  }

  private static String totals(Totals totals, int exit) {
    String counts =
        Arrays.stream(Outcome.values())
            .filter(each -> totals.of(each) > 0)
            .map(each -> totals.of(each) + " " + each.id())
            .collect(Collectors.joining(", "));
    return counts + "; exit " + exit;
  }

  /** One line for each result, the newest first. */
  public static List<String> checks(List<RecordedCheck> oldestFirst) {
    List<String> lines = new ArrayList<>();
    lines.add(line("run", "uplink", "took", "outcome"));
    for (int index = oldestFirst.size() - 1; index >= 0; index--) {
      RecordedCheck each = oldestFirst.get(index);
      String diagnosis = each.diagnosis().map(Diagnosis::id).map(id -> " (" + id + ")").orElse("");
      lines.add(
          line(
              each.run(),
              each.uplink(),
              String.format(Locale.ROOT, "%.0f ms", each.durationMs()),
              each.outcome().id() + diagnosis));
    }
    return lines;
  }

  private static String line(String run, String uplink, String took, String outcome) {
    return cell(run, 22)
        + cell(uplink, 14)
        + " ".repeat(Math.max(0, 9 - took.length()))
        + took
        + "  "
        + outcome;
  }

  /** The checks that flake, or that none does. */
  public static List<String> flakes(List<Flake> flakes, int runs) {
    List<String> lines = new ArrayList<>();
    lines.add("");
    if (flakes.isEmpty()) {
      lines.add("no check flaked in %d run%s".formatted(runs, runs == 1 ? "" : "s"));
    }
    for (Flake each : flakes) {
      lines.addAll(
          PlainText.wrapped(
              "flaky  ",
              "%s on %s: not good in %d of %d runs, changed %d times with nothing else changed, last %s"
                  .formatted(
                      each.id(),
                      each.uplink(),
                      each.bad(),
                      each.runs(),
                      each.changes(),
                      each.last().id()),
              80));
    }
    return lines;
  }

  private static String cell(String text, int width) {
    return PlainText.padded(PlainText.clipped(PlainText.line(text), width - 1), width);
  }

  private static String at(Instant moment) {
    return TIME.format(moment);
  }
}
