package dev.hairpin.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The relay checks with the switch controlled over SNMP. */
class EmbeddedSnmpIT {
  @TempDir private Path folder;

  @Test
  void theRelayChecks() throws Exception {
    try (Hairpin hairpin = Hairpin.in(folder)) {
      Path out = folder.resolve("report");
      hairpin
          .run("run", "--lab", "embedded-snmp", "--tags", "@relay", "--out", out.toString())
          .exits(0);
      RunReport report = RunReport.read(out);
      assertThat(report.outcomes())
          .isEqualTo(
              Map.of(
                  "relay-off-by-default", "passed",
                  "relay-on-takes-effect", "passed",
                  "relay-off-takes-effect", "passed"));
      assertThat(report.results().at("/lab/uplinks/0/switch/control").asText()).isEqualTo("snmp");
      SoundReport.assertThatItIs(report);
      assertThat(report.text("transcript.log"))
          .contains("1.3.6.1.4.1.8072.9999.9999.48.1.1.2.")
          .doesNotContain("hairpin on");
      Leftovers.assertNone(report.runId());
    }
  }
}
