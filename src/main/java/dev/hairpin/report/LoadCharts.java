package dev.hairpin.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The charts in a check's measurements, which say by their names what they are: {@code
 * throughput-64-fps} is a throughput at a frame size, {@code one-way-us-p99} a percentile of a
 * latency.
 */
final class LoadCharts {
  private static final Pattern BY_SIZE = Pattern.compile("(.+)-([0-9]+)-(fps|percent)");
  private static final Pattern PERCENTILE = Pattern.compile("(.+)-us-(p[0-9.]+|max)");
  private static final Map<String, String> UNITS =
      Map.of("fps", "frames a second", "percent", "percent");

  private final Map<String, Map<String, Double>> rates = new LinkedHashMap<>();
  private final Map<String, Map<String, Double>> latencies = new LinkedHashMap<>();
  private final Map<String, Double> others = new LinkedHashMap<>();

  private LoadCharts(Map<String, Double> measurements) {
    measurements.forEach(this::sorted);
  }

  /** None where nothing was measured more than once. */
  static List<Chart> of(Map<String, Double> measurements) {
    return new LoadCharts(measurements).charts();
  }

  /** The measurements that are in no chart. */
  static Map<String, Double> beside(Map<String, Double> measurements) {
    return new LoadCharts(measurements).others;
  }

  private void sorted(String name, Double value) {
    Matcher size = BY_SIZE.matcher(name);
    Matcher percentile = PERCENTILE.matcher(name);
    if (size.matches()) {
      String line = size.group(1).replace('-', ' ') + ", " + UNITS.get(size.group(3));
      rates.computeIfAbsent(line, none -> new LinkedHashMap<>()).put(size.group(2), value);
    } else if (percentile.matches()) {
      String line = percentile.group(1).replace('-', ' ');
      latencies
          .computeIfAbsent(line, none -> new LinkedHashMap<>())
          .put(percentile.group(2), value);
    } else {
      others.put(name, value);
    }
  }

  private List<Chart> charts() {
    List<Chart> charts = new ArrayList<>();
    rates.forEach(
        (line, values) ->
            charts.add(
                new Chart(
                    Character.toUpperCase(line.charAt(0)) + line.substring(1),
                    "frame size, octets",
                    List.copyOf(values.keySet()),
                    Map.of(line, values),
                    false)));
    if (!latencies.isEmpty()) {
      Set<String> percentiles = new LinkedHashSet<>();
      latencies.values().forEach(each -> percentiles.addAll(each.keySet()));
      charts.add(
          new Chart(
              "Latency, microseconds", "percentile", List.copyOf(percentiles), latencies, true));
    }
    return charts;
  }
}
