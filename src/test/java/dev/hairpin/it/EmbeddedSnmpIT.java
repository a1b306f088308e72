package dev.hairpin.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The relay checks with the switch controlled over SNMP, in a lab that is left up for a look. */
class EmbeddedSnmpIT {
  @TempDir private Path folder;

  @Test
  void theRelayChecks() throws Exception {
    try (Hairpin hairpin = Hairpin.in(folder)) {
      Path out = folder.resolve("report");
      hairpin.run("run", "--lab=embedded-snmp", "--tags=@relay", "--keep", "--out=" + out).exits(0);
      RunReport report = RunReport.read(out);
      assertThat(report.outcomes())
          .isEqualTo(
              Map.of(
                  "relay-off-by-default", "passed",
                  "relay-on-takes-effect", "passed",
                  "relay-off-takes-effect", "passed",
                  "relay-toggle-endurance", "passed"));
      assertThat(report.results().at("/lab/uplinks/0/switch/control").asText()).isEqualTo("snmp");
      SoundReport.assertThatItIs(report);
      assertThat(report.text("transcript.log"))
          .contains("1.3.6.1.4.1.8072.9999.9999.48.1.1.2.")
          .doesNotContain("hairpin on");
      noFileTellsASecret(report, hairpin);
      goesDownByHand(report, hairpin);
    }
  }

  private static void noFileTellsASecret(RunReport report, Hairpin hairpin) throws Exception {
    for (String each : List.of("snmp-authentication", "snmp-privacy")) {
      Path lab = hairpin.runFolder(report.runId()).resolve("lab");
      String secret = Files.readString(lab.resolve(each)).strip();
      assertThat(secret).hasSizeGreaterThan(8);
      for (String file : List.of("transcript.log", "results.json", "report.html", "junit.xml")) {
        assertThat(report.text(file)).as(file).doesNotContain(secret);
      }
    }
  }

  private static void goesDownByHand(RunReport report, Hairpin hairpin) throws Exception {
    assertThat(hairpin.run("lab", "list").exits(0).out()).contains(report.runId());
    hairpin.run("lab", "down", report.runId()).exits(0);
    assertThat(hairpin.runsLeft()).isEmpty();
    Leftovers.assertNone(report.runId());
  }
}
