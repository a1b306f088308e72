package dev.hairpin.report;

import dev.hairpin.verdict.Outcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A run's verdicts on a terminal of 80 columns, in words; colour only underlines them. */
public final class VerdictTable {
  static final int WIDTH = 80;
  private static final int CELL = 14;
  private static final int NARROWEST_ID = 30;

  private final Results results;
  private final Paint paint;
  private final List<String> lines = new ArrayList<>();

  private VerdictTable(Results results, Paint paint) {
    this.results = results;
    this.paint = paint;
  }

  /**
   * The whole: a row for each check, grouped by feature, with a column for each uplink while they
   * fit; then, for each check that failed, is waived or could not be decided, what was expected and
   * seen; then the notes, the verdict in a sentence, and the totals in a line.
   *
   * @param folder the run's, as the user would type it
   * @param colour whether the terminal shows colour
   */
  public static List<String> of(Results results, Path folder, boolean colour) {
    VerdictTable table = new VerdictTable(results, Paint.of(colour));
    table.rows();
    table.stories(folder);
    table.end();
    return List.copyOf(table.lines);
  }

  private void rows() {
    List<String> uplinks = results.uplinks();
    boolean columns = uplinks.size() > 1 && 2 + NARROWEST_ID + CELL * uplinks.size() <= WIDTH;
    Set<String> features = new LinkedHashSet<>();
    results.checks().forEach(each -> features.add(each.feature()));
    for (String feature : features) {
      List<CheckResult> checks =
          results.checks().stream().filter(each -> each.feature().equals(feature)).toList();
      if (columns) {
        heading(feature, uplinks);
        columns(checks, uplinks);
      } else {
        heading(feature, uplinks.size() == 1 ? List.of(uplinks.get(0)) : List.of());
        checks.forEach(each -> row(each, uplinks.size() > 1));
      }
      lines.add("");
    }
  }

  private void heading(String feature, List<String> uplinks) {
    int left = WIDTH - CELL * Math.max(1, uplinks.size());
    StringBuilder line = new StringBuilder(cell(PlainText.line(feature), left));
    uplinks.forEach(each -> line.append(cell(PlainText.line(each), CELL)));
    lines.add(paint.bold(line.toString().stripTrailing()));
  }

  private void columns(List<CheckResult> checks, List<String> uplinks) {
    Set<String> ids = new LinkedHashSet<>();
    checks.forEach(each -> ids.add(each.id()));
    for (String id : ids) {
      StringBuilder line =
          new StringBuilder(cell("  " + PlainText.line(id), WIDTH - CELL * uplinks.size()));
      for (String uplink : uplinks) {
        Optional<CheckResult> check =
            checks.stream()
                .filter(each -> each.id().equals(id) && each.uplink().equals(uplink))
                .findFirst();
        line.append(check.map(each -> outcome(each.outcome())).orElse(cell("not run", CELL)));
      }
      lines.add(line.toString().stripTrailing());
    }
  }

  private void row(CheckResult check, boolean withUplink) {
    String id = withUplink ? check.id() + " on " + check.uplink() : check.id();
    String millis = Figures.millis(check.durationMs());
    lines.add(
        cell("  " + PlainText.line(id), WIDTH - 2 * CELL)
            + " ".repeat(Math.max(0, CELL - 2 - millis.length()))
            + millis
            + "  "
            + outcome(check.outcome()).stripTrailing());
  }

  private String outcome(Outcome outcome) {
    String word = Words.of(outcome);
    return paint.outcome(outcome, word) + " ".repeat(CELL - word.length());
  }

  private static String cell(String text, int width) {
    return PlainText.padded(PlainText.clipped(text, width - 1), width);
  }

  private void stories(Path folder) {
    for (Outcome outcome : List.of(Outcome.WAIVED, Outcome.INCONCLUSIVE, Outcome.FAILED)) {
      for (List<CheckResult> same : SharedStory.grouped(results.with(outcome))) {
        lines.addAll(
            same.size() == 1
                ? new StoryOnTerminal(same.get(0), paint, folder).lines()
                : new SharedStory(same, paint).lines());
        lines.add("");
      }
    }
    for (CheckResult check : results.with(Outcome.SKIPPED)) {
      String start = "skipped  " + check.id() + ": ";
      lines.addAll(PlainText.wrapped("", start + check.reason(), WIDTH));
    }
    if (results.totals().skipped() > 0) {
      lines.add("");
    }
  }

  private void end() {
    results.notes().forEach(each -> lines.addAll(PlainText.wrapped("note: ", each, WIDTH)));
    if (!results.notes().isEmpty()) {
      lines.add("");
    }
    PlainText.wrapped("", Headline.sentence(results), WIDTH)
        .forEach(each -> lines.add(paint.bold(each)));
    lines.add(Headline.line(results));
  }
}
