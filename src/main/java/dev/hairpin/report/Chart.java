package dev.hairpin.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Figures that belong together: a drawing, and the table that says the same.
 *
 * @param title what is shown, with its unit
 * @param over what the categories are, such as {@code frame size, octets}
 * @param categories from left to right
 * @param lines by their names, with a value for each category that has one
 * @param wide whether the values differ by orders of magnitude
 */
public record Chart(
    String title,
    String over,
    List<String> categories,
    Map<String, Map<String, Double>> lines,
    boolean wide) {
  public Chart {
    categories = List.copyOf(categories);
    lines = Ordered.copy(lines);
  }

  /** One cell of the table; empty where nothing was measured. */
  public String cell(String line, String category) {
    return Optional.ofNullable(lines.getOrDefault(line, Map.of()).get(category))
        .map(ReportPage::number)
        .orElse("");
  }

  /** The drawing as an element; empty where this machine can draw none. */
  public String svg() {
    return ChartDrawing.svg(this);
  }
}
