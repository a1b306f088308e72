package dev.hairpin.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hairpin.capture.CapturePoint.Kind;
import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class PathDrawingTest {
  @Test
  void aMissingHopIsMarkedInTheBoxTheArrowAndInWords() throws Exception {
    String svg = PathDrawing.of(Example.reflected(0, 0).get(0));
    assertThat(svg)
        .contains("<rect class='hop missing'", "<path class='line missing'", ">missing</text>")
        .contains("host eth3 in: 0 seen, expected 1: missing.")
        .doesNotContain("surplus");
    parsed(svg);
  }

  @Test
  void aSurplusHopIsMarkedLikewise() throws Exception {
    String svg = PathDrawing.of(Example.reflected(2, 2).get(0));
    assertThat(svg)
        .contains("<rect class='hop surplus'", "<path class='line surplus'", ">surplus</text>")
        .contains("station B: 2 seen, expected 1: surplus, at +14.2 µs to +17.7 µs.")
        .doesNotContain("missing");
    parsed(svg);
  }

  @Test
  void aGoodPathHasNoMark() throws Exception {
    String svg = PathDrawing.of(Example.reflected(1, 1).get(0));
    assertThat(svg).doesNotContain("missing", "surplus").contains("✓ 1 seen");
    assertThat(parsed(svg).getElementsByTagName("title").item(0).getTextContent())
        .isEqualTo("Path of the probe: A to B, unicast, relay on");
  }

  @Test
  void noWayIsDrawnForAProbeThatGotLostSomewhereBehindTheNic() {
    String svg =
        PathDrawing.of(
            new TrialPath(
                "A to B, unicast, relay on",
                "station A",
                List.of(
                    Example.hop("host eth3 out", Kind.NIC_OUT, "1", 1, 0),
                    Example.hop("station B", Kind.STATION, "1", 0, 0))));
    assertThat(svg).contains("hop missing").contains("class='line missing'");
    String unwatched =
        PathDrawing.of(
            new TrialPath(
                "A to B, unicast, relay on",
                "station A",
                List.of(
                    Example.hop("host eth3 out", Kind.NIC_OUT, "1", 1, 0),
                    Example.hop("host eth3 in", Kind.NIC_IN, "at most 1", 0, 0),
                    Example.hop("station B", Kind.STATION, "1", 0, 0))));
    assertThat(unwatched).contains("hop missing").doesNotContain("line missing");
  }

  @Test
  void fewerCopiesThanExpectedAreMissingEvenWhereSomeCame() {
    assertThat(Example.hop("station B", Kind.STATION, "3", 2, 0).fate())
        .isEqualTo(Hop.Fate.MISSING);
    assertThat(Example.hop("station B", Kind.STATION, "1", 2, 0).fate())
        .isEqualTo(Hop.Fate.SURPLUS);
  }

  @Test
  void anyPathCanBeDrawn() throws Exception {
    parsed(PathDrawing.of(new TrialPath("", "", List.of())));
    parsed(PathDrawing.of(new TrialPath(Pages.HOSTILE, Pages.HOSTILE, List.of())));
    parsed(PathDrawing.of(new TrialPath("from above", "upstream", List.of())));
    List<Hop> crowd =
        java.util.stream.IntStream.range(0, 11)
            .mapToObj(number -> Example.hop("station " + number, Kind.STATION, "1", number, 1))
            .toList();
    String svg = PathDrawing.of(new TrialPath("to many", "host eth3", crowd));
    parsed(svg);
    assertThat(svg).contains("station 0", "station 10");
  }

  private static Document parsed(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
  }
}
