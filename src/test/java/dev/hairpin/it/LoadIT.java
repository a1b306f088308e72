package dev.hairpin.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The load checks: what they find out, not how fast anything is. */
class LoadIT {
  private static final List<Integer> SIZES = List.of(64, 128, 256, 512, 1_024, 1_280, 1_518);

  @TempDir private Path folder;

  @Test
  void aSwitchThatDropsLongFramesHasNoRateForThem() throws Exception {
    Path rackFolder = Files.createDirectory(folder.resolve("rack"));
    try (Rack rack = Rack.build(rackFolder, "");
        Hairpin hairpin = Hairpin.in(folder).inside(rack.host())) {
      rack.uplinkTakesPayloadsUpTo(900);
      RunReport report = run(hairpin, 1, "--lab", rack.labFile().toString());
      JsonNode check = report.check("load-throughput");
      assertThat(check.at("/outcome").asText()).isEqualTo("failed");
      assertThat(check.at("/diagnosis").asText()).isEqualTo("lost");
      assertThat(check.at("/reason").asText()).contains("1024 octets", "500 frames a second");
      JsonNode figures = check.at("/measurements");
      assertThat(figures.at("/loss-at-full-speed-1024-percent").asDouble()).isEqualTo(100);
      assertThat(figures.has("throughput-512-fps")).isTrue();
      assertThat(figures.has("throughput-1024-fps")).isFalse();
      assertThat(report.check("load-latency").at("/outcome").asText()).isEqualTo("passed");
    }
  }

  @Test
  void anHonestSwitchIsMeasured() throws Exception {
    try (Hairpin hairpin = Hairpin.in(folder)) {
      RunReport report = run(hairpin, 0);
      JsonNode throughput = report.check("load-throughput").at("/measurements");
      SIZES.forEach(
          size ->
              assertThat(throughput.at("/throughput-%d-fps".formatted(size)).asDouble())
                  .as("%d octets", size)
                  .isPositive());
      JsonNode latency = report.check("load-latency").at("/measurements");
      assertThat(latency.at("/offered-fps").asDouble()).isBetween(850.0, 1_150.0);
      for (String each : List.of("switch-us", "one-way-us", "round-trip-us")) {
        assertThat(latency.at("/" + each + "-p50").asDouble())
            .as(each)
            .isPositive()
            .isLessThanOrEqualTo(latency.at("/" + each + "-p99").asDouble());
      }
      SoundReport.assertThatItIs(report);
      Leftovers.assertNone(report.runId());
    }
  }

  private RunReport run(Hairpin hairpin, int exit, String... more) throws Exception {
    Path out = folder.resolve("report");
    List<String> words = new ArrayList<>(List.of("run", "--tags=@load", "--out=" + out));
    words.addAll(List.of(more));
    hairpin.run(words.toArray(String[]::new)).exits(exit);
    return RunReport.read(out);
  }
}
