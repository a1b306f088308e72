package dev.hairpin.history;

import dev.hairpin.report.EarlierFigures;
import dev.hairpin.report.Trend;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The history as trends: each check of each lab and uplink through the runs. */
public final class Trends {
  private Trends() {}

  /**
   * The trends, in the order in which the checks first appear.
   *
   * @param checks the oldest first
   */
  public static List<Trend> of(List<RecordedCheck> checks) {
    Map<List<String>, List<RecordedCheck>> courses = new LinkedHashMap<>();
    for (RecordedCheck each : checks) {
      courses.computeIfAbsent(key(each), key -> new ArrayList<>()).add(each);
    }
    Set<List<String>> flaky = new HashSet<>();
    courses.forEach(
        (key, course) -> {
          if (!Flakes.of(course).isEmpty()) {
            flaky.add(key);
          }
        });
    List<Trend> trends = new ArrayList<>();
    courses.forEach(
        (key, course) ->
            trends.add(
                new Trend(
                    key.get(0),
                    key.get(1),
                    key.get(2),
                    course.stream().map(Trends::point).toList(),
                    flaky.contains(key))));
    return trends;
  }

  private static List<String> key(RecordedCheck check) {
    return List.of(check.conditions().lab(), check.id(), check.uplink());
  }

  private static Trend.Point point(RecordedCheck check) {
    Map<String, Double> figures = new HashMap<>(check.measurements());
    figures.put(EarlierFigures.DURATION, check.durationMs());
    return new Trend.Point(check.run(), check.started(), check.outcome(), figures);
  }
}
