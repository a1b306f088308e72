package dev.hairpin.report;

import dev.hairpin.verdict.Outcome;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the template of the matrix asks for; public because it is compiled apart. */
public final class MatrixPage {
  private final Matrix matrix;
  private final Path folder;

  /**
   * A page.
   *
   * @param folder where it will lie; links are relative to it
   */
  MatrixPage(Matrix matrix, Path folder) {
    this.matrix = matrix;
    this.folder = folder.toAbsolutePath().normalize();
  }

  public Matrix matrix() {
    return matrix;
  }

  /** How many of the pairs that were tested work together, and how many were not tested. */
  public String sentence() {
    List<Outcome> tested = cells().stream().flatMap(each -> each.outcome().stream()).toList();
    long waived = tested.stream().filter(each -> each == Outcome.WAIVED).count();
    long good = tested.stream().filter(each -> each == Outcome.PASSED).count() + waived;
    int untested = cells().size() - tested.size();
    return "%d of %s of switch and host %s together%s%s."
        .formatted(
            good,
            Figures.count(tested.size(), "tested pair"),
            good == 1 ? "works" : "work",
            waived == 0 ? "" : ", %d of them but for failures that a lab accepts".formatted(waived),
            untested == 0 ? "" : "; %d not tested".formatted(untested));
  }

  /** The worst outcome of all, as a style's name. */
  public String tone() {
    return MatrixRuns.worst(cells().stream().flatMap(each -> each.checks().stream()).toList())
        .map(Outcome::id)
        .orElse("skipped");
  }

  private List<Matrix.Cell> cells() {
    return matrix.rows().stream().flatMap(each -> each.cells().stream()).toList();
  }

  public static String style(Optional<Outcome> outcome) {
    return outcome.map(Outcome::id).orElse("absent");
  }

  public static String word(Optional<Outcome> outcome) {
    return outcome.map(each -> Words.sign(each) + " " + Words.of(each)).orElse("not tested");
  }

  /** Such as {@code 29 passed, 6 waived}. */
  public static String counts(Matrix.Cell cell) {
    return java.util.Arrays.stream(Outcome.values())
        .filter(each -> cell.totals().of(each) > 0)
        .map(each -> cell.totals().of(each) + " " + each.id())
        .collect(java.util.stream.Collectors.joining(", "));
  }

  /** The checks of a row, whatever host they ran on. */
  public static Set<String> checks(Matrix.Row row) {
    Set<String> ids = new LinkedHashSet<>();
    row.cells().forEach(cell -> cell.checks().forEach(each -> ids.add(each.id())));
    return ids;
  }

  /** One check's worst result in a cell: it may have run on several uplinks. */
  public static Optional<CheckResult> check(Matrix.Cell cell, String id) {
    List<CheckResult> same = cell.checks().stream().filter(each -> each.id().equals(id)).toList();
    Optional<Outcome> worst = MatrixRuns.worst(same);
    return same.stream()
        .filter(each -> worst.isEmpty() || each.outcome() == worst.get())
        .findFirst();
  }

  public static String verdict(CheckResult check) {
    return Words.sign(check.outcome()) + " " + CheckStory.verdict(check);
  }

  /** A link to a run's report. */
  public String report(Matrix.Source source) {
    Path there = source.folder().toAbsolutePath().normalize();
    Path way = folder.relativize(there).resolve(ReportHtml.NAME);
    return ReportPage.link(way.toString()).replaceFirst("^\\./", "");
  }

  /** A link to one check in the newest run's report. */
  public String report(Matrix.Cell cell, CheckResult check) {
    return report(cell.sources().get(0)) + "#" + ReportPage.anchor(check);
  }
}
