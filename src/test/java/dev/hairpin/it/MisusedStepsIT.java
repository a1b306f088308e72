package dev.hairpin.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever writes a scenario that proves nothing learns so, and the switch is not blamed. */
class MisusedStepsIT {
  private static final Set<String> SOUND =
      Set.of(
          "the frames after a burst that was refused are numbered as ever",
          "the switch's word is enough for the frames that it counts");

  /** What the reason says of some of them. */
  private static final Map<String, String> REASONS =
      Map.of(
          "frames at a rate that never come back", "those from and to the upstream never do",
          "frames of each size that never come back", "those from and to the upstream never do",
          "frames at a rate from the upstream", "those from and to the upstream never do",
          "frames that stay inside", "those between stations in bridge mode never leave it",
          "frames at a rate that stay inside", "those between stations in bridge mode never leave",
          "a rate that nobody offers", "Next: ask for at most ",
          "more frames than there are numbers", "greater than 2147483647",
          "nobody's macvlan interface", "Given the host has a macvlan interface in bridge mode",
          "two guests for one NIC", "guests can't be in passthru mode here",
          "a rate of one frame", "can have 2 to 1000000 of them");

  @TempDir private Path folder;

  @Test
  void aScenarioThatProvesNothingDecidesNothing() throws Exception {
    Path features = Files.createDirectory(folder.resolve("features"));
    try (var stream = MisusedStepsIT.class.getResourceAsStream("misuse.feature")) {
      Files.write(features.resolve("misuse.feature"), stream.readAllBytes());
    }
    try (Hairpin hairpin = Hairpin.in(folder)) {
      Path out = folder.resolve("report");
      hairpin.run("run", "--features=" + features, "--out=" + out).exits(3);
      RunReport report = RunReport.read(out);
      List<JsonNode> checks = report.checks();
      assertThat(checks).hasSize(38);
      for (JsonNode each : checks) {
        String scenario = each.get("scenario").asText();
        assertThat(each.get("outcome").asText())
            .as("%s: %s", scenario, each.get("reason").asText())
            .isEqualTo(SOUND.contains(scenario) ? "passed" : "inconclusive");
        assertThat(each.get("reason").asText()).contains(REASONS.getOrDefault(scenario, ""));
      }
      Leftovers.assertNone(report.runId());
    }
  }

  @Test
  void guestsThatReachEachOtherInsideTheHostAreNoFaultOfTheSwitch() throws Exception {
    Path features = Files.createDirectory(folder.resolve("features"));
    Files.writeString(
        features.resolve("inside.feature"),
        """
        Feature: Inside
          @inside
          Scenario: Bridge mode isolates nobody
            Given guests A and B in bridge mode
            And reflective relay is off
            When guest A tries to reach guest B with dynamic neighbour entries
            Then guest B receives nothing from guest A
        """);
    try (Hairpin hairpin = Hairpin.in(folder)) {
      Path out = folder.resolve("report");
      hairpin.run("run", "--features=" + features, "--out=" + out).exits(1);
      RunReport report = RunReport.read(out);
      assertThat(report.outcomes()).isEqualTo(Map.of("inside", "failed isolation-leak"));
      Leftovers.assertNone(report.runId());
    }
  }
}
