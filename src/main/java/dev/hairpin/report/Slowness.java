package dev.hairpin.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * What got slower beyond noise: times alone, of checks that passed before and after.
 *
 * <p>From {@value #ENOUGH} earlier runs up, noise is what they show: a time counts as slower above
 * their median by more than five times their scatter (the median absolute deviation, scaled to a
 * standard deviation) and by more than a quarter. With fewer, it has to double. A difference below
 * the floor of its unit (50 ms, 50 µs) never counts.
 */
final class Slowness {
  static final int ENOUGH = 5;
  private static final double SCATTERS = 5;
  private static final double TO_STANDARD_DEVIATION = 1.4826;
  private static final double SHARE = 0.25;
  private static final double FLOOR = 50;

  private final EarlierFigures earlier;

  Slowness(EarlierFigures earlier) {
    this.earlier = earlier;
  }

  /** The times of one check that got slower. */
  List<Comparison.Slower> of(CheckResult before, CheckResult after) {
    Map<String, Double> then = times(before);
    List<Comparison.Slower> slower = new ArrayList<>();
    times(after)
        .forEach(
            (name, value) -> {
              Double old = then.get(name);
              if (old != null) {
                slower(after, name, old, value).ifPresent(slower::add);
              }
            });
    return slower;
  }

  private Optional<Comparison.Slower> slower(
      CheckResult check, String name, double before, double after) {
    List<Double> known = earlier.of(check.id(), check.uplink(), name);
    boolean enough = known.size() >= ENOUGH;
    double usual = enough ? median(known) : before;
    double noise = Math.max(FLOOR, enough ? Math.max(SHARE * usual, scatter(known)) : usual);
    return after > usual + noise
        ? Optional.of(
            new Comparison.Slower(
                check.id(),
                check.uplink(),
                name,
                before,
                after,
                usual + noise,
                enough ? known.size() : 0))
        : Optional.empty();
  }

  private static double scatter(List<Double> known) {
    double median = median(known);
    return SCATTERS
        * TO_STANDARD_DEVIATION
        * median(known.stream().map(each -> Math.abs(each - median)).toList());
  }

  private static double median(List<Double> values) {
    double[] sorted = values.stream().flatMapToDouble(DoubleStream::of).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  private static Map<String, Double> times(CheckResult check) {
    Map<String, Double> times = new LinkedHashMap<>();
    times.put(EarlierFigures.DURATION, check.durationMs());
    check
        .measurements()
        .forEach(
            (name, value) -> {
              // Percentiles stand behind the unit: one-way-us-p99.
              if (name.matches(".*-(us|ms)(-.*)?")) {
                times.put(name, value);
              }
            });
    return times;
  }
}
