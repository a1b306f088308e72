package dev.hairpin.report;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.Collectors;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.SeriesRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.util.ShapeUtils;
import org.jfree.data.RangeType;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * One figure of a check through the runs, a run beside the other, the oldest on the left; a cross
 * where the check was bad. It stands in a table's cell, so it has a scale and no more.
 */
final class TrendChart {
  private static final int WIDTH = 320;
  private static final int HEIGHT = 80;
  private static final int LINE = 0;
  private static final int BAD = 1;
  private static final Shape POINT = new Rectangle2D.Double(-2, -2, 4, 4);
  private static final Shape CROSS = ShapeUtils.createDiagonalCross(3.5f, 0.8f);

  private final Trend trend;
  private final String figure;

  private TrendChart(Trend trend, String figure) {
    this.trend = trend;
    this.figure = figure;
  }

  /** The element; its words tell every value. Empty where this machine can draw none. */
  static String svg(Trend trend, String figure) {
    TrendChart drawing = new TrendChart(trend, figure);
    return ChartSvg.of(drawing::chart, WIDTH, HEIGHT, drawing.said()).orElse("");
  }

  private String said() {
    return trend.points().stream()
        .map(each -> each.figures().get(figure))
        .map(value -> value == null ? "none" : Figures.number(value))
        .collect(Collectors.joining(", ", figure + ", oldest first: ", ""));
  }

  private JFreeChart chart() {
    XYPlot plot = new XYPlot(values(), runs(), scale(), strokes());
    plot.setOutlineVisible(false);
    plot.setBackgroundPaint(null);
    plot.setDomainGridlinesVisible(false);
    plot.setRangeGridlinePaint(ChartSvg.RULE);
    plot.setSeriesRenderingOrder(SeriesRenderingOrder.FORWARD);
    plot.setInsets(new RectangleInsets(4, 0, 8, 4));
    JFreeChart drawing = new JFreeChart(null, ChartSvg.FONT, plot, false);
    drawing.setBackgroundPaint(null);
    return drawing;
  }

  /** A run without the figure is a gap in the line, not a shift of those behind it. */
  private XYSeriesCollection values() {
    XYSeries line = new XYSeries(figure);
    XYSeries bad = new XYSeries("bad");
    List<Trend.Point> points = trend.points();
    for (int run = 0; run < points.size(); run++) {
      Double value = points.get(run).figures().get(figure);
      line.add(run, value);
      if (points.get(run).bad()) {
        bad.add(run, value);
      }
    }
    XYSeriesCollection values = new XYSeriesCollection(line);
    values.addSeries(bad);
    return values;
  }

  private NumberAxis runs() {
    NumberAxis axis = plain();
    axis.setRange(-0.5, Math.max(trend.points().size(), 2) - 0.5);
    axis.setTickLabelsVisible(false);
    return axis;
  }

  private static NumberAxis scale() {
    NumberAxis axis = plain();
    axis.setRangeType(RangeType.POSITIVE);
    axis.setAutoRangeIncludesZero(true);
    axis.setAutoRangeMinimumSize(1);
    axis.setTickLabelFont(ChartSvg.FONT);
    return axis;
  }

  private static NumberAxis plain() {
    NumberAxis axis = new NumberAxis();
    axis.setAxisLineVisible(false);
    axis.setTickMarksVisible(false);
    return axis;
  }

  private static XYLineAndShapeRenderer strokes() {
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer();
    renderer.setDrawOutlines(false);
    renderer.setSeriesPaint(LINE, ChartSvg.INK);
    renderer.setSeriesStroke(LINE, new BasicStroke(1.5f));
    renderer.setSeriesShape(LINE, POINT);
    renderer.setSeriesLinesVisible(BAD, false);
    renderer.setSeriesPaint(BAD, ChartSvg.FAILED);
    renderer.setSeriesShape(BAD, CROSS);
    return renderer;
  }
}
