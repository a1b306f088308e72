package dev.hairpin.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several uplinks of one switch, beside one another. */
class UplinksIT {
  private static final List<String> CHECKS =
      List.of(
          "relay-on-takes-effect",
          "vepa-unicast-reflected",
          "vepa-upstream-broadcast-once",
          "vepa-order-kept",
          "vepa-visible-to-switch");

  @TempDir private Path folder;

  @Test
  void eachUplinkHasItsOwnVerdictsEvidenceAndTranscript() throws Exception {
    try (Hairpin hairpin = Hairpin.in(folder)) {
      RunReport report = run(hairpin, 3, CHECKS);
      assertThat(report.checks()).hasSize(3 * CHECKS.size());
      assertThat(report.checks())
          .allSatisfy(each -> assertThat(each.get("outcome").asText()).isEqualTo("passed"));
      for (JsonNode each : report.checks()) {
        String uplink = each.get("uplink").asText();
        assertThat(each.at("/evidence/0").asText()).endsWith("-" + uplink + ".pcapng");
        assertThat(portsSet(each)).isSubsetOf(portOf(uplink));
      }
      hairpin.run("report", "verify", report.folder().toString()).exits(0);
      Leftovers.assertNone(report.runId());
    }
  }

  @Test
  void moreThanRunAtOnceAllComeToTheirTurn() throws Exception {
    try (Hairpin hairpin = Hairpin.in(folder)) {
      RunReport report = run(hairpin, 18, List.of("vepa-unicast-reflected"));
      assertThat(report.checks().stream().map(each -> each.get("uplink").asText()))
          .containsExactlyInAnyOrderElementsOf(
              IntStream.rangeClosed(1, 18).mapToObj(each -> "uplink" + each).toList());
      assertThat(report.results().at("/totals/passed").asInt()).isEqualTo(18);
      Leftovers.assertNone(report.runId());
    }
  }

  private RunReport run(Hairpin hairpin, int uplinks, List<String> checks) throws Exception {
    Path out = folder.resolve("report");
    String tags = String.join(" or ", checks.stream().map("@%s"::formatted).toList());
    hairpin.run("run", "--uplinks", "" + uplinks, "--tags", tags, "--out", out.toString()).exits(0);
    RunReport report = RunReport.read(out);
    SoundReport.assertThatItIs(report);
    return report;
  }

  /** The first uplink's port is swp1; swp2 and swp3 are the upstream's and the bystander's. */
  private static String portOf(String uplink) {
    int number = Integer.parseInt(uplink.substring("uplink".length()));
    return "swp" + (number == 1 ? 1 : number + 2);
  }

  private static List<String> portsSet(JsonNode check) {
    Stream.Builder<String> ports = Stream.builder();
    for (JsonNode line : check.get("transcript")) {
      String[] words = line.asText().split(" ");
      int set = List.of(words).indexOf("hairpin");
      if (line.asText().contains(" > bridge link set dev ")) {
        ports.add(words[set - 1]);
      }
    }
    return ports.build().distinct().toList();
  }
}
