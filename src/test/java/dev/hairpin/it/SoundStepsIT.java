package dev.hairpin.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Steps do what they need themselves: a scenario needs no others before them to be decided. */
class SoundStepsIT {
  @TempDir private Path folder;

  @Test
  void aScenarioThatSaysEnoughIsDecided() throws Exception {
    Path features = Files.createDirectory(folder.resolve("features"));
    try (var stream = SoundStepsIT.class.getResourceAsStream("sound.feature")) {
      Files.write(features.resolve("sound.feature"), stream.readAllBytes());
    }
    try (Hairpin hairpin = Hairpin.in(folder)) {
      Path out = folder.resolve("report");
      hairpin.run("run", "--features=" + features, "--out=" + out);
      RunReport report = RunReport.read(out);
      for (JsonNode each : report.checks()) {
        assertThat(each.get("outcome").asText())
            .as("%s: %s", each.get("scenario").asText(), each.get("reason").asText())
            .isEqualTo("passed");
      }
      assertThat(report.results().at("/run/exit").asInt()).isZero();
      Leftovers.assertNone(report.runId());
    }
  }
}
