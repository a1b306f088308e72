package dev.hairpin.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hairpin.verdict.Outcome;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class TrendsHtmlTest {
  private final Trend trend =
      new Trend(
          "rack12",
          "vepa-a",
          "tor1",
          List.of(
              point("run-1", Outcome.PASSED, Map.of(EarlierFigures.DURATION, 100.0)),
              point("run-2", Outcome.SKIPPED, Map.of()),
              point("run-3", Outcome.FAILED, Map.of(EarlierFigures.DURATION, 300.0, "x-us", 1.5)),
              point("run-<4>", Outcome.PASSED, Map.of(EarlierFigures.DURATION, 200.0))),
          true);

  @Test
  void everyRunHasItsMark() {
    String page = TrendsHtml.page(List.of(trend));
    assertThat(page)
        .contains(
            "1 check through 4 runs: none failed or undecided at last, 1 flaky.",
            "run-3: failed",
            "run-&lt;4>: passed")
        .containsSubsequence(
            "aria-label=\"passed\">✓", "\"skipped\">–", "\"failed\">✗", "\"passed\">✓")
        .doesNotContain("<script", "http://", "https://");
  }

  @Test
  void aChartSaysEachValueAndWhereNoneIs() {
    assertThat(TrendChart.svg(trend, EarlierFigures.DURATION))
        .startsWith("<svg class='chart' role='img'")
        .contains("duration-ms, oldest first: 100, none, 300, 200")
        .doesNotContain("rgb(", "clip", "http://", "id=");
  }

  @Test
  void aRunWithoutTheFigureIsAGapInTheLine() throws Exception {
    Element drawing = parsed(TrendChart.svg(trend, EarlierFigures.DURATION));
    assertThat(elements(drawing, "line", "var(--ink)")).isEqualTo(1);
    assertThat(elements(drawing, "path", "var(--ink)")).isEqualTo(3);
  }

  @Test
  void aBadRunIsMarkedByItsShape() throws Exception {
    Element drawing = parsed(TrendChart.svg(trend, "x-us"));
    assertThat(elements(drawing, "path", "var(--failed)")).isEqualTo(1);
  }

  private static Element parsed(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)))
        .getDocumentElement();
  }

  private static long elements(Element drawing, String name, String colour) {
    NodeList all = drawing.getElementsByTagName(name);
    return IntStream.range(0, all.getLength())
        .mapToObj(all::item)
        .map(Element.class::cast)
        .filter(each -> each.getAttribute("style").contains(colour))
        .count();
  }

  private static Trend.Point point(String run, Outcome outcome, Map<String, Double> figures) {
    return new Trend.Point(run, Instant.EPOCH, outcome, figures);
  }
}
