package dev.hairpin.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** A figure through the runs as a line, and outcomes as a row of marks. */
final class TrendDrawing {
  private static final double STEP = 12;
  private static final double HEIGHT = 44;
  private static final double MARGIN = 6;

  private TrendDrawing() {}

  /** A mark for each run; a letter says what the colour says. */
  static String outcomes(Trend trend) {
    StringBuilder body = new StringBuilder();
    List<Trend.Point> points = trend.points();
    for (int index = 0; index < points.size(); index++) {
      Trend.Point each = points.get(index);
      body.append(
          String.format(
              Locale.ROOT,
              "<g class='%s'><title>%s</title><rect x='%.1f' y='2' width='%.1f' height='16' rx='2'/><text x='%.1f' y='14'>%s</text></g>",
              each.outcome().id(),
              XmlText.escaped(each.run() + ": " + each.outcome().id()),
              x(index) - STEP / 2,
              STEP - 1,
              x(index) - 3.5,
              Words.sign(each.outcome())));
    }
    String said =
        points.stream().map(each -> each.outcome().id()).collect(Collectors.joining(", "));
    return element("outcomes", width(points.size()), 20, "Outcomes, oldest first: " + said, body);
  }

  /** A line through the values; a run without the figure leaves a gap. Its foot is zero. */
  static String line(Trend trend, String figure) {
    List<Trend.Point> points = trend.points();
    double top = highest(trend, figure).orElse(0);
    StringBuilder body = new StringBuilder();
    List<String> stretch = new ArrayList<>();
    for (int index = 0; index < points.size(); index++) {
      Double value = points.get(index).figures().get(figure);
      if (value == null) {
        stretch(stretch, body);
        continue;
      }
      double y = HEIGHT - MARGIN - (top <= 0 ? 0 : value / top * (HEIGHT - 2 * MARGIN));
      stretch.add(String.format(Locale.ROOT, "%.1f,%.1f", x(index), y));
      body.append(
          String.format(
              Locale.ROOT,
              "<circle cx='%.1f' cy='%.1f' r='2.5'><title>%s</title></circle>",
              x(index),
              y,
              XmlText.escaped(points.get(index).run() + ": " + Figures.number(value))));
    }
    stretch(stretch, body);
    return element(
        "trend",
        width(points.size()),
        HEIGHT,
        figure + ", oldest first, highest " + Figures.number(top),
        body);
  }

  private static void stretch(List<String> points, StringBuilder body) {
    if (points.size() > 1) {
      body.append("<polyline points='").append(String.join(" ", points)).append("'/>");
    }
    points.clear();
  }

  static OptionalDouble highest(Trend trend, String figure) {
    return values(trend, figure).stream().mapToDouble(Double::doubleValue).max();
  }

  static OptionalDouble lowest(Trend trend, String figure) {
    return values(trend, figure).stream().mapToDouble(Double::doubleValue).min();
  }

  /** The values there are, the oldest first. */
  static List<Double> values(Trend trend, String figure) {
    return trend.points().stream()
        .map(each -> each.figures().get(figure))
        .filter(java.util.Objects::nonNull)
        .toList();
  }

  private static double x(int index) {
    return MARGIN + STEP / 2 + index * STEP;
  }

  private static double width(int points) {
    return 2 * MARGIN + points * STEP;
  }

  private static String element(
      String style, double width, double height, String said, CharSequence body) {
    return String.format(
            Locale.ROOT,
            "<svg class='%s' role='img' width='%.0f' height='%.0f' viewBox='0 0 %.0f %.0f' aria-label='%s'>",
            style,
            width,
            height,
            width,
            height,
            XmlText.escaped(said))
        + body
        + "</svg>";
  }
}
