package dev.hairpin.report;

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

/** Draws a chart of load: its lines over categories. */
final class ChartDrawing {
  private static final int WIDTH = 480;
  private static final int HEIGHT = 240;

  private final Chart chart;

  private ChartDrawing(Chart chart) {
    this.chart = chart;
  }

  /** The element; empty where this machine can draw none. */
  static String svg(Chart chart) {
    return ChartSvg.of(
            new ChartDrawing(chart)::chart,
            WIDTH,
            HEIGHT,
            chart.title() + ". The table has the same figures.")
        .orElse("");
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
    plot.getDomainAxis().setLabelFont(ChartSvg.FONT);
    plot.getDomainAxis().setTickLabelFont(ChartSvg.FONT);
    JFreeChart drawing = new JFreeChart(null, ChartSvg.FONT, plot, chart.lines().size() > 1);
    drawing.setBackgroundPaint(null);
    drawing.setPadding(new RectangleInsets(8, 0, 0, 8));
    if (drawing.getLegend() != null) {
      drawing.getLegend().setItemFont(ChartSvg.FONT);
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
    axis.setTickLabelFont(ChartSvg.FONT);
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
