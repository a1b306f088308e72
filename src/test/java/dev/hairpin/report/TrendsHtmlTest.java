package dev.hairpin.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hairpin.verdict.Outcome;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
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
            "run-&lt;4&gt;: passed")
        .contains("Outcomes, oldest first: passed, skipped, failed, passed")
        .doesNotContain("<script", "http://", "https://");
  }

  @Test
  void aRunWithoutTheFigureIsAGapInTheLine() throws Exception {
    String drawing = TrendDrawing.line(trend, EarlierFigures.DURATION);
    DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(drawing)));
    assertThat(drawing.split("<circle", -1)).hasSize(4);
    assertThat(drawing.split("<polyline", -1)).hasSize(2);
    assertThat(drawing).contains("points='36.0,6.0 48.0,16.7'");
  }

  private static Trend.Point point(String run, Outcome outcome, Map<String, Double> figures) {
    return new Trend.Point(run, Instant.EPOCH, outcome, figures);
  }
}
