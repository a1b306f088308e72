package dev.hairpin.report;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportGoldenTest {
  private static final Path FOLDER = Path.of("reports/20261122-091522-7f3a");
  private final Results oneUplink =
      Example.run(
          Example.passed("vepa-unicast-reflected", "tor1"),
          Example.failed("vepa-both-directions", "tor1"),
          Example.inconclusive("vepa-broadcast-once", "tor1"),
          Example.waived("private-unicast-isolated", "tor1"),
          Example.skipped("private-guests-isolated", "tor1"));
  private final Results twoUplinks =
      Example.run(
          Example.duplicated("vepa-unicast-reflected", "tor2"),
          Example.passed("vepa-unicast-reflected", "tor1"),
          Example.passed("vepa-both-directions", "tor1"),
          Example.waived("private-unicast-isolated", "tor1"),
          Example.waived("private-unicast-isolated", "tor2"));

  @Test
  void resultsJson() throws Exception {
    Golden.assertSame("results.json", ResultsJson.write(oneUplink));
  }

  @Test
  void junitXml() throws Exception {
    Golden.assertSame("junit.xml", JunitXml.write(oneUplink));
  }

  @Test
  void terminalWithOneUplink() throws Exception {
    Golden.assertSame("table-one-uplink.txt", text(VerdictTable.of(oneUplink, FOLDER, false)));
  }

  @Test
  void terminalWithTwoUplinks() throws Exception {
    Golden.assertSame("table-two-uplinks.txt", text(VerdictTable.of(twoUplinks, FOLDER, false)));
  }

  @Test
  void comparison() throws Exception {
    Comparison comparison = ReportCompare.of(twoUplinks, oneUplink);
    Golden.assertSame("comparison.txt", text(ReportCompare.lines(comparison, false)));
    Golden.assertSame("comparison.json", ResultsJson.any(comparison));
  }

  private static String text(List<String> lines) {
    return String.join("\n", lines) + "\n";
  }
}
