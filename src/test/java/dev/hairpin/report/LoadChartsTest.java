package dev.hairpin.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class LoadChartsTest {
  private final Map<String, Double> measurements = new LinkedHashMap<>();

  LoadChartsTest() {
    measurements.put("trials", 7.0);
    measurements.put("throughput-64-fps", 65433.1);
    measurements.put("throughput-1518-fps", 51527.5);
    measurements.put("loss-at-full-speed-64-percent", 0.5);
    measurements.put("switch-us-p50", 27.1);
    measurements.put("switch-us-p99.9", 178.0);
    measurements.put("round-trip-us-p50", 133.2);
    measurements.put("round-trip-us-max", 5505.0);
    measurements.put("one-way-us", 14.2);
  }

  @Test
  void figuresThatBelongTogetherAreCharts() {
    List<Chart> charts = LoadCharts.of(measurements);
    assertThat(charts)
        .extracting(Chart::title)
        .containsExactly(
            "Throughput, frames a second", "Loss at full speed, percent", "Latency, microseconds");
    assertThat(charts.get(0).categories()).containsExactly("64", "1518");
    assertThat(charts.get(2).categories()).containsExactly("p50", "p99.9", "max");
    assertThat(charts.get(2).cell("round trip", "max")).isEqualTo("5505");
    assertThat(charts.get(2).cell("switch", "max")).isEmpty();
    assertThat(LoadCharts.beside(measurements)).containsOnlyKeys("trials", "one-way-us");
  }

  @Test
  void aChartIsOneElementThatTakesThePagesColours() throws Exception {
    for (Chart each : LoadCharts.of(measurements)) {
      String svg = each.svg();
      DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(svg)));
      assertThat(svg)
          .startsWith("<svg class='chart' role='img'")
          .contains("var(--ink)", "var(--passed)")
          .doesNotContain("rgb(", "clip", "http://", "id=");
    }
  }

  @Test
  void zeroIsDrawnOnAScaleOfPowersToo() {
    measurements.put("switch-us-max", 0.0);
    assertThat(LoadCharts.of(measurements).get(2).svg()).isNotEmpty();
  }
}
