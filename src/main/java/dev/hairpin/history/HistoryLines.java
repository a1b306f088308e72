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
  private static final int WIDTH = 80;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.systemDefault());

  private HistoryLines() {}

  /** One line for each run. */
  public static List<String> runs(List<RecordedRun> runs) {
    List<String> lines = new ArrayList<>();
    lines.addAll(row("run", "started", "lab", "exit", "checks"));
    for (RecordedRun each : runs) {
      String exit = String.valueOf(each.exit());
      lines.addAll(row(each.id(), at(each.started()), each.lab(), exit, totals(each.totals())));
    }
    return lines;
  }

  private static List<String> row(
      String run, String started, String lab, String exit, String checks) {
    return PlainText.wrapped(
        cell(run, 22) + cell(started, 17) + cell(lab, 12) + cell(exit, 5), checks, WIDTH);
  }

  private static String totals(Totals totals) {
    return Arrays.stream(Outcome.values())
        .filter(each -> totals.of(each) > 0)
        .map(each -> totals.of(each) + " " + each.id())
        .collect(Collectors.joining(", "));
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
              WIDTH));
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
