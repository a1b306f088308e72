package dev.hairpin.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a chart's drawing goes through before it stands in the page: colours become the page's own,
 * so that they follow light, dark and print, and what only a file of its own needs is left out.
 */
final class ChartSvg {
  static final Color RULE = new Color(1, 1, 1);
  private static final List<Color> LINES =
      List.of(new Color(2, 2, 2), new Color(3, 3, 3), new Color(4, 4, 4));
  private static final List<BasicStroke> STROKES =
      List.of(stroke(), stroke(7, 4), stroke(2, 3), stroke(8, 3, 2, 3));

  private static final Map<String, String> COLOURS =
      Map.of(
          "rgb(1,1,1)", "var(--rule)",
          "rgb(2,2,2)", "var(--passed)",
          "rgb(3,3,3)", "var(--inconclusive)",
          "rgb(4,4,4)", "var(--waived)");
  private static final Pattern COLOUR = Pattern.compile("rgb\\(\\d+,\\d+,\\d+\\)");
  private static final Pattern BEFORE = Pattern.compile("(?s)^.*?<svg[^>]*>");
  private static final Pattern CLIPS =
      Pattern.compile("(?s)<defs>.*?</defs>| clip-path=\"[^\"]*\"|font-family:&quot;[^&]*&quot;;");
  private static final Pattern DIGITS = Pattern.compile("(\\d\\.\\d)\\d+");

  private ChartSvg() {}

  static Color line(int number) {
    return LINES.get(number % LINES.size());
  }

  static BasicStroke stroke(int number) {
    return STROKES.get(number % STROKES.size());
  }

  private static BasicStroke stroke(float... dashes) {
    return new BasicStroke(
        2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dashes.length == 0 ? null : dashes, 0);
  }

  /** The element. */
  static String inPage(String svg, String title) {
    String size = svg.replaceFirst("(?s)^.*?viewBox=\"([^\"]*)\".*$", "$1");
    String body = BEFORE.matcher(svg).replaceFirst("");
    body = CLIPS.matcher(body).replaceAll("");
    body = DIGITS.matcher(body).replaceAll("$1");
    body =
        COLOUR.matcher(body).replaceAll(each -> COLOURS.getOrDefault(each.group(), "var(--ink)"));
    return "<svg class='chart' role='img' viewBox='%s' aria-label='%s'>"
            .formatted(
                XmlText.escaped(size), XmlText.escaped(title + ". The table has the same figures."))
        + body.replaceAll(">\\s+<", "><").strip();
  }
}
