package dev.hairpin.history;

import dev.hairpin.report.EarlierFigures;
import dev.hairpin.verdict.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The figures of a check in the runs of the past, as far as it passed there. */
public final class PastFigures implements EarlierFigures {
  private final Map<List<String>, List<Double>> figures = new HashMap<>();

  public PastFigures(List<RecordedCheck> checks) {
    for (RecordedCheck check : checks) {
      if (check.outcome() == Outcome.PASSED) {
        add(check, DURATION, check.durationMs());
        check.measurements().forEach((name, value) -> add(check, name, value));
      }
    }
  }

  private void add(RecordedCheck check, String figure, double value) {
    figures
        .computeIfAbsent(List.of(check.id(), check.uplink(), figure), key -> new ArrayList<>())
        .add(value);
  }

  @Override
  public List<Double> of(String check, String uplink, String figure) {
    return figures.getOrDefault(List.of(check, uplink, figure), List.of());
  }
}
