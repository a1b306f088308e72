package dev.hairpin.report;

import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import de.erichseifert.vectorgraphics2d.svg.SVGProcessor;
import de.erichseifert.vectorgraphics2d.util.PageSize;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jfree.chart.JFreeChart;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A chart as an element of the page: colours become the page's own, so that they follow light, dark
 * and print, and what only a file of its own needs is left out.
 */
final class ChartSvg {
  static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
  static final Color RULE = new Color(1, 1, 1);
  static final Color FAILED = new Color(5, 5, 5);
  static final Color INK = new Color(6, 6, 6);

  private static final Logger LOG = LoggerFactory.getLogger(ChartSvg.class);
  private static final List<Color> LINES =
      List.of(new Color(2, 2, 2), new Color(3, 3, 3), new Color(4, 4, 4));
  private static final List<BasicStroke> STROKES =
      List.of(stroke(), stroke(7, 4), stroke(2, 3), stroke(8, 3, 2, 3));

  private static final Map<String, String> COLOURS =
      Map.of(
          "rgb(1,1,1)", "var(--rule)",
          "rgb(2,2,2)", "var(--passed)",
          "rgb(3,3,3)", "var(--inconclusive)",
          "rgb(4,4,4)", "var(--waived)",
          "rgb(5,5,5)", "var(--failed)");
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

  /**
   * The element. Empty where it can't be drawn, such as on a machine without any font: the figures
   * stand beside it, and no report is lost for a drawing.
   *
   * @param said what it shows, for who doesn't see it
   */
  static Optional<String> of(Supplier<JFreeChart> chart, int width, int height, String said) {
    try {
      return Optional.of(inPage(drawn(chart.get(), width, height), width, height, said));
    } catch (IOException | RuntimeException | LinkageError | InternalError failed) {
      LOG.warn("The chart '{}' is not drawn: {}", said, failed.toString());
      return Optional.empty();
    }
  }

  private static String drawn(JFreeChart chart, int width, int height) throws IOException {
    VectorGraphics2D paper = new VectorGraphics2D();
    chart.draw(paper, new Rectangle2D.Double(0, 0, width, height));
    ByteArrayOutputStream svg = new ByteArrayOutputStream();
    new SVGProcessor().getDocument(paper.getCommands(), new PageSize(width, height)).writeTo(svg);
    return svg.toString(StandardCharsets.UTF_8);
  }

  private static String inPage(String svg, int width, int height, String said) {
    String body = BEFORE.matcher(svg).replaceFirst("");
    body = CLIPS.matcher(body).replaceAll("");
    body = DIGITS.matcher(body).replaceAll("$1");
    body =
        COLOUR.matcher(body).replaceAll(each -> COLOURS.getOrDefault(each.group(), "var(--ink)"));
    return "<svg class='chart' role='img' viewBox='0 0 %d %d' aria-label='%s'>"
            .formatted(width, height, XmlText.escaped(said))
        + body.replaceAll(">\\s+<", "><").strip();
  }
}
