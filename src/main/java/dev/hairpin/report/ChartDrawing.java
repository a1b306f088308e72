package dev.hairpin.report;

import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import de.erichseifert.vectorgraphics2d.svg.SVGProcessor;
import de.erichseifert.vectorgraphics2d.util.PageSize;
import java.awt.Font;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.LogarithmicAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.renderer.category.LineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.RangeType;
import org.jfree.data.category.DefaultCategoryDataset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A chart as SVG that stands in the page and takes the page's colours. */
final class ChartDrawing {
  private static final Logger LOG = LoggerFactory.getLogger(ChartDrawing.class);
  private static final int WIDTH = 480;
  private static final int HEIGHT = 240;
  private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 12);

  private final Chart chart;

  private ChartDrawing(Chart chart) {
    this.chart = chart;
  }

  /**
   * The element. Empty where it can't be drawn, such as on a machine without any font: the table
   * beside it has the figures, and no report is lost for a drawing.
   */
  static Optional<String> of(Chart chart) {
    try {
      return Optional.of(ChartSvg.inPage(new ChartDrawing(chart).drawn(), chart.title()));
    } catch (IOException | RuntimeException | LinkageError | InternalError failed) {
      LOG.warn("The chart '{}' is not drawn: {}", chart.title(), failed.toString());
      return Optional.empty();
    }
  }

  private String drawn() throws IOException {
    VectorGraphics2D paper = new VectorGraphics2D();
    chart().draw(paper, new Rectangle2D.Double(0, 0, WIDTH, HEIGHT));
    ByteArrayOutputStream svg = new ByteArrayOutputStream();
    new SVGProcessor().getDocument(paper.getCommands(), new PageSize(WIDTH, HEIGHT)).writeTo(svg);
    return svg.toString(StandardCharsets.UTF_8);
  }

  private JFreeChart chart() {
    // A category without a value is a gap, not a shift of those behind it.
    DefaultCategoryDataset values = new DefaultCategoryDataset();
    chart
        .lines()
        .forEach(
            (line, all) ->
                chart
                    .categories()
                    .forEach(category -> values.addValue(all.get(category), line, category)));
    CategoryPlot plot =
        new CategoryPlot(values, new CategoryAxis(chart.over()), scale(), strokes());
    plot.setOutlineVisible(false);
    plot.setBackgroundPaint(null);
    plot.setRangeGridlinePaint(ChartSvg.RULE);
    plot.getDomainAxis().setLabelFont(FONT);
    plot.getDomainAxis().setTickLabelFont(FONT);
    JFreeChart drawing = new JFreeChart(null, FONT, plot, chart.lines().size() > 1);
    drawing.setBackgroundPaint(null);
    drawing.setPadding(new RectangleInsets(8, 0, 0, 8));
    if (drawing.getLegend() != null) {
      drawing.getLegend().setItemFont(FONT);
      drawing.getLegend().setBackgroundPaint(null);
      drawing.getLegend().setFrame(BlockBorder.NONE);
    }
    return drawing;
  }

  private NumberAxis scale() {
    NumberAxis axis = chart.wide() ? new LogarithmicAxis(null) : new NumberAxis();
    if (axis instanceof LogarithmicAxis wide) {
      wide.setAllowNegativesFlag(true);
      wide.setLog10TickLabelsFlag(false);
      wide.setExpTickLabelsFlag(false);
      wide.setAutoRangeNextLogFlag(true);
    } else {
      axis.setRangeType(RangeType.POSITIVE);
      axis.setAutoRangeIncludesZero(true);
      axis.setAutoRangeMinimumSize(1);
    }
    axis.setTickLabelFont(FONT);
    return axis;
  }

  /** Lines that are told apart by their shapes and dashes, not by colour alone. */
  private LineAndShapeRenderer strokes() {
    LineAndShapeRenderer renderer = new LineAndShapeRenderer(true, true);
    for (int line = 0; line < chart.lines().size(); line++) {
      renderer.setSeriesPaint(line, ChartSvg.line(line));
      renderer.setSeriesStroke(line, ChartSvg.stroke(line));
    }
    return renderer;
  }
}
