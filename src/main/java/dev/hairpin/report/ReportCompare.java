package dev.hairpin.report;

import dev.hairpin.verdict.Diagnosis;
import dev.hairpin.verdict.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Two runs against each other, check by check (the same id on the same uplink). */
public final class ReportCompare {
  private ReportCompare() {}

  /** Compares two runs of which nothing else is known. */
  public static Comparison of(Results before, Results after) {
    return of(before, after, EarlierFigures.NONE);
  }

  /**
   * Compares.
   *
   * @param earlier what runs before the later one took
   */
  public static Comparison of(Results before, Results after, EarlierFigures earlier) {
    Slowness slowness = new Slowness(earlier);
    List<Comparison.Slower> slower = new ArrayList<>();
    Map<List<String>, CheckResult> old = byKey(before);
    List<Comparison.Change> broke = new ArrayList<>();
    List<Comparison.Change> recovered = new ArrayList<>();
    List<Comparison.Change> appeared = new ArrayList<>();
    List<Comparison.Change> changed = new ArrayList<>();
    int same = 0;
    for (CheckResult now : after.checks()) {
      CheckResult then = old.remove(key(now));
      if (then == null) {
        appeared.add(change(Optional.empty(), Optional.of(now), now));
        continue;
      }
      Comparison.Change change = change(Optional.of(then), Optional.of(now), now);
      if (now.outcome() == Outcome.PASSED && then.outcome() == Outcome.PASSED) {
        slower.addAll(slowness.of(then, now));
      }
      boolean failed = now.outcome() == Outcome.FAILED;
      boolean failedBefore = then.outcome() == Outcome.FAILED;
      if (failed && !failedBefore) {
        broke.add(change);
      } else if (failedBefore && now.outcome() == Outcome.PASSED) {
        recovered.add(change);
      } else if (now.outcome() != then.outcome() || !now.diagnosis().equals(then.diagnosis())) {
        changed.add(change);
      } else {
        same++;
      }
    }
    List<Comparison.Change> gone =
        old.values().stream()
            .map(each -> change(Optional.of(each), Optional.empty(), each))
            .toList();
    return new Comparison(
        before.run().id(),
        after.run().id(),
        broke,
        recovered,
        appeared,
        gone,
        changed,
        slower,
        same);
  }

  /** The comparison for a person, one line for each check that is not as it was. */
  public static List<String> lines(Comparison comparison, boolean colour) {
    Paint paint = Paint.of(colour);
    List<String> lines = new ArrayList<>();
    section(lines, paint.outcome(Outcome.FAILED, "BROKE"), comparison.broke());
    section(lines, paint.outcome(Outcome.PASSED, "recovered"), comparison.recovered());
    section(lines, paint.bold("changed"), comparison.changed());
    section(lines, paint.bold("new"), comparison.appeared());
    section(lines, paint.bold("gone"), comparison.gone());
    for (Comparison.Slower each : comparison.slower()) {
      lines.add(paint.bold("slower") + "  " + PlainText.line(each.id() + " on " + each.uplink()));
      lines.addAll(PlainText.wrapped("  ", words(each), VerdictTable.WIDTH));
    }
    lines.addAll(PlainText.wrapped("", totals(comparison), VerdictTable.WIDTH));
    return lines;
  }

  /** Such as {@code 20261101-… to 20261102-…: 1 broke, 2 recovered, 31 the same}. */
  static String totals(Comparison comparison) {
    return "%s to %s: %d broke, %d recovered, %d changed, %d new, %d gone, %d slower, %d the same"
        .formatted(
            PlainText.line(comparison.before()),
            PlainText.line(comparison.after()),
            comparison.broke().size(),
            comparison.recovered().size(),
            comparison.changed().size(),
            comparison.appeared().size(),
            comparison.gone().size(),
            comparison.slower().size(),
            comparison.same());
  }

  /** Such as {@code duration-ms 101.0 -> 340; up to 151 is noise, by 12 earlier runs}. */
  static String words(Comparison.Slower slower) {
    return "%s %s -> %s; up to %s is noise, %s"
        .formatted(
            slower.figure(),
            Figures.number(slower.before()),
            Figures.number(slower.after()),
            Figures.number(slower.limit()),
            slower.runs() == 0
                ? "for want of a history"
                : "by " + Figures.count(slower.runs(), "earlier run"));
  }

  private static void section(List<String> lines, String title, List<Comparison.Change> changes) {
    for (Comparison.Change each : changes) {
      lines.add(title + "  " + PlainText.line(each.id() + " on " + each.uplink()));
      String from = state(each.before(), each.diagnosisBefore());
      String to = state(each.after(), each.diagnosisAfter());
      lines.addAll(
          PlainText.wrapped("  ", from + " -> " + to + ": " + each.reason(), VerdictTable.WIDTH));
    }
  }

  static String state(Optional<Outcome> outcome, Optional<Diagnosis> diagnosis) {
    String word = outcome.map(Words::of).orElse("absent");
    return diagnosis.map(each -> word + " (" + each.id() + ")").orElse(word);
  }

  private static Comparison.Change change(
      Optional<CheckResult> before, Optional<CheckResult> after, CheckResult either) {
    return new Comparison.Change(
        either.id(),
        either.uplink(),
        before.map(CheckResult::outcome),
        after.map(CheckResult::outcome),
        before.flatMap(CheckResult::diagnosis),
        after.flatMap(CheckResult::diagnosis),
        either.reason());
  }

  private static Map<List<String>, CheckResult> byKey(Results results) {
    Map<List<String>, CheckResult> checks = new LinkedHashMap<>();
    results.checks().forEach(each -> checks.put(key(each), each));
    return checks;
  }

  private static List<String> key(CheckResult check) {
    return List.of(check.id(), check.uplink());
  }
}
