package dev.hairpin.verdict;

import dev.hairpin.capture.Sighting;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.HdrHistogram.Histogram;

/** What a burst's sightings measure, by the stamps of the places they were seen at. */
public final class BurstFigures {
  private static final int DIGITS = 3;
  private static final double[] PERCENTILES = {50, 90, 99, 99.9};

  private final Burst burst;
  private final List<Map<Integer, Long>> firstSeen;

  private BurstFigures(Burst burst, List<Map<Integer, Long>> firstSeen) {
    this.burst = burst;
    this.firstSeen = firstSeen;
  }

  /**
   * Sorts the sightings.
   *
   * @param sightings those of the burst's frames, or more
   */
  public static BurstFigures of(Burst burst, List<Sighting> sightings) {
    List<Map<Integer, Long>> seen =
        burst.way().stream()
            .map(each -> (Map<Integer, Long>) new HashMap<Integer, Long>())
            .toList();
    for (Sighting each : sightings) {
      each.mark()
          .filter(mark -> burst.holds(mark.number()))
          .ifPresent(
              mark -> {
                for (int place = 0; place < seen.size(); place++) {
                  if (burst.way().get(place).name().equals(each.point().name())) {
                    seen.get(place).putIfAbsent(mark.number(), each.epochNanos());
                  }
                }
              });
    }
    return new BurstFigures(burst, seen);
  }

  /** Frames a second as they left the first place; none for fewer than two. */
  public OptionalDouble rate() {
    Map<Integer, Long> out = firstSeen.get(0);
    long first = out.values().stream().mapToLong(each -> each).min().orElse(0);
    long last = out.values().stream().mapToLong(each -> each).max().orElse(0);
    return last > first
        ? OptionalDouble.of((out.size() - 1) * 1e9 / (last - first))
        : OptionalDouble.empty();
  }

  /** The share of frames that did not come to the last place, in percent. */
  public double lossPercent() {
    return 100.0 * (burst.count() - firstSeen.get(firstSeen.size() - 1).size()) / burst.count();
  }

  /** How long frames took from one place to another, of those seen at both. */
  public Histogram times(int from, int to) {
    Histogram times = new Histogram(DIGITS);
    firstSeen
        .get(from)
        .forEach(
            (number, left) -> {
              Long arrived = firstSeen.get(to).get(number);
              // Two clocks may disagree by less than they can tell.
              if (arrived != null) {
                times.recordValue(Math.max(0, arrived - left));
              }
            });
    return times;
  }

  /** Percentiles in microseconds, by names such as {@code one-way-us-p99}. */
  public static void percentiles(String name, Histogram times, Map<String, Double> into) {
    if (times.getTotalCount() == 0) {
      return;
    }
    for (double each : PERCENTILES) {
      String which = each == Math.rint(each) ? String.valueOf((int) each) : String.valueOf(each);
      into.put(name + "-p" + which, times.getValueAtPercentile(each) / 1e3);
    }
    into.put(name + "-max", times.getMaxValue() / 1e3);
  }
}
