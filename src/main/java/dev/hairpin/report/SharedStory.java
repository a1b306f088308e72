package dev.hairpin.report;

import dev.hairpin.verdict.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Checks of one uplink that could not even begin, all for one reason (a switch that is away, an
 * interruption): told once.
 */
final class SharedStory {
  private final List<CheckResult> checks;
  private final Paint paint;

  SharedStory(List<CheckResult> checks, Paint paint) {
    this.checks = checks;
    this.paint = paint;
  }

  /** Those that share a story together, each other check alone; in their order. */
  static List<List<CheckResult>> grouped(List<CheckResult> checks) {
    Map<Object, List<CheckResult>> groups = new LinkedHashMap<>();
    for (CheckResult check : checks) {
      boolean sharable =
          check.outcome() == Outcome.INCONCLUSIVE
              && check.trials().isEmpty()
              && check.evidence().isEmpty()
              && check.transcript().isEmpty();
      Object key = sharable ? List.of(check.uplink(), check.reason()) : check;
      groups.computeIfAbsent(key, none -> new ArrayList<>()).add(check);
    }
    return List.copyOf(groups.values());
  }

  List<String> lines() {
    CheckResult first = checks.get(0);
    List<String> lines = new ArrayList<>();
    String title = "%d checks on %s".formatted(checks.size(), first.uplink());
    lines.add(
        paint.outcome(first.outcome(), PlainText.line(CheckStory.verdict(first)))
            + "  "
            + paint.bold(PlainText.line(title)));
    lines.addAll(PlainText.wrapped("  ", first.reason(), VerdictTable.WIDTH));
    return lines;
  }
}
