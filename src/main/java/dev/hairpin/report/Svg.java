package dev.hairpin.report;

import java.util.Arrays;
import java.util.Locale;

/** A drawing in the making. All text is escaped; colours come from the page's style sheet. */
final class Svg {
  private static final double HEAD = 8;

  private final StringBuilder body = new StringBuilder();

  void box(String style, double x, double y, double width, double height) {
    add(
        "<rect class='%s' x='%s' y='%s' width='%s' height='%s' rx='5'/>",
        style, x, y, width, height);
  }

  void text(String style, double x, double y, String text) {
    add("<text class='%s' x='%s' y='%s'>%s</text>", style, x, y, XmlText.escaped(text));
  }

  /** A straight line with a head at its end. */
  void arrow(String style, double x1, double y1, double x2, double y2) {
    double length = Math.hypot(x2 - x1, y2 - y1);
    double dx = (x2 - x1) / length;
    double dy = (y2 - y1) / length;
    add("<path class='line %s' d='M%s %s L%s %s'/>", style, x1, y1, x2 - dx * HEAD, y2 - dy * HEAD);
    head(style, x2, y2, dx, dy);
  }

  /** A curve that leaves downwards and comes back up, with a head at its end. */
  void turn(String style, double x1, double y1, double x2, double y2, double depth) {
    double low = Math.max(y1, y2) + depth;
    add(
        "<path class='line %s' d='M%s %s C%s %s %s %s %s %s'/>",
        style, x1, y1, x1, low, x2, low, x2, y2 + HEAD);
    head(style, x2, y2, 0, -1);
  }

  private void head(String style, double x, double y, double dx, double dy) {
    double backX = x - dx * HEAD;
    double backY = y - dy * HEAD;
    double half = HEAD / 2;
    add(
        "<path class='head %s' d='M%s %s L%s %s L%s %s Z'/>",
        style, x, y, backX - dy * half, backY + dx * half, backX + dy * half, backY - dx * half);
  }

  private void add(String format, Object... values) {
    Object[] written =
        Arrays.stream(values).map(each -> each instanceof Double at ? place(at) : each).toArray();
    body.append(String.format(Locale.ROOT, format, written)).append('\n');
  }

  /** A tenth of a pixel, and no more digits than that takes: a page has many of these. */
  private static String place(double at) {
    return at == Math.rint(at) ? String.valueOf((long) at) : String.format(Locale.ROOT, "%.1f", at);
  }

  /**
   * The whole element.
   *
   * @param title the drawing in a few words
   * @param description the drawing in sentences, for those who do not see it
   */
  String element(double width, double height, String title, String description) {
    return String.format(
            Locale.ROOT,
            "<svg class='path' role='img' viewBox='0 0 %.0f %.0f' aria-label='%s'>\n",
            width,
            height,
            XmlText.escaped(title + ". " + description))
        + "<title>"
        + XmlText.escaped(title)
        + "</title>\n"
        + body
        + "</svg>";
  }
}
