package dev.hairpin.report;

import java.util.DoubleSummaryStatistics;
import java.util.List;

/** What the template of the trends asks for; public because it is compiled apart. */
public final class TrendsPage {
  private final List<Trend> trends;

  TrendsPage(List<Trend> trends) {
    this.trends = List.copyOf(trends);
  }

  public List<Trend> trends() {
    return trends;
  }

  public List<String> labs() {
    return trends.stream().map(Trend::lab).distinct().toList();
  }

  public List<Trend> of(String lab) {
    return trends.stream().filter(each -> each.lab().equals(lab)).toList();
  }

  public List<Trend> flaky() {
    return trends.stream().filter(Trend::flaky).toList();
  }

  /** How many checks are bad now, and how many can't be relied on. */
  public String sentence() {
    long bad = bad();
    return "%s through %s: %s at last, %s."
        .formatted(
            Figures.count(trends.size(), "check"),
            Figures.count((int) runs(), "run"),
            bad == 0 ? "none failed or undecided" : bad + " failed or undecided",
            flaky().isEmpty() ? "none flaky" : flaky().size() + " flaky");
  }

  /** As a style's name. */
  public String tone() {
    return bad() > 0 ? "failed" : flaky().isEmpty() ? "passed" : "inconclusive";
  }

  /** Checks whose newest outcome is bad. */
  private long bad() {
    return trends.stream()
        .filter(each -> !each.points().isEmpty())
        .map(each -> each.points().get(each.points().size() - 1))
        .filter(Trend.Point::bad)
        .count();
  }

  private long runs() {
    return trends.stream()
        .flatMap(each -> each.points().stream())
        .map(Trend.Point::run)
        .distinct()
        .count();
  }

  public static String sign(Trend.Point point) {
    return Words.sign(point.outcome());
  }

  /** The figure's chart as an element. */
  public static String chart(Trend trend, String figure) {
    return TrendChart.svg(trend, figure);
  }

  /** The newest value. */
  public static String newest(Trend trend, String figure) {
    return trend.values(figure).stream()
        .reduce((older, newer) -> newer)
        .map(Figures::number)
        .orElse("");
  }

  /** Such as {@code 12.1 to 16.4}. */
  public static String range(Trend trend, String figure) {
    DoubleSummaryStatistics values =
        trend.values(figure).stream().mapToDouble(Double::doubleValue).summaryStatistics();
    return values.getCount() == 0
        ? ""
        : Figures.number(values.getMin()) + " to " + Figures.number(values.getMax());
  }
}
