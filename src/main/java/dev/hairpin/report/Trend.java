package dev.hairpin.report;

import dev.hairpin.verdict.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * One check on one uplink through the runs.
 *
 * @param lab the lab it belongs to
 * @param points the oldest first
 * @param flaky whether it changes between good and bad with nothing else changing
 */
public record Trend(String lab, String id, String uplink, List<Point> points, boolean flaky) {
  public Trend {
    points = List.copyOf(points);
  }

  /**
   * One run's part.
   *
   * @param figures by name, the wall time ({@link EarlierFigures#DURATION}) among them
   */
  public record Point(String run, Instant started, Outcome outcome, Map<String, Double> figures) {
    /** Whether the check failed or could not be decided. */
    boolean bad() {
      return outcome == Outcome.FAILED || outcome == Outcome.INCONCLUSIVE;
    }
  }

  /** The names of all figures; the wall time comes first. */
  public List<String> figures() {
    Set<String> names = new TreeSet<>();
    points.forEach(each -> names.addAll(each.figures().keySet()));
    names.remove(EarlierFigures.DURATION);
    List<String> all = new java.util.ArrayList<>(names);
    all.add(0, EarlierFigures.DURATION);
    return all;
  }

  /** A figure's values, the oldest first, without the runs that have none. */
  List<Double> values(String figure) {
    return points.stream()
        .map(each -> each.figures().get(figure))
        .filter(Objects::nonNull)
        .toList();
  }
}
