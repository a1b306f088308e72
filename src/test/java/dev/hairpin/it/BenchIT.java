package dev.hairpin.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code hairpin bench}: what it writes, not how fast anything is. */
class BenchIT {
  @TempDir private Path folder;

  @Test
  void theFiguresThatWereAskedForAreWrittenAndNothingIsLeft() throws Exception {
    try (Hairpin hairpin = Hairpin.in(folder)) {
      Path out = folder.resolve("bench");
      Command.Finished finished =
          hairpin.run(
              "bench",
              "--peers",
              "--only=relay-ssh,absence,twelve-checks",
              "--json",
              "--out=" + out);
      JsonNode report = new ObjectMapper().readTree(finished.exits(0).out());
      assertThat(report)
          .isEqualTo(new ObjectMapper().readTree(Files.readString(out.resolve("bench.json"))));
      assertThat(report.at("/format").asText()).isEqualTo("hairpin-bench/1");
      assertThat(report.at("/machine/kernel").asText()).isNotEmpty();
      assertThat(report.findValuesAsText("better")).containsOnly("less");
      assertThat(report.at("/figures"))
          .extracting(each -> each.at("/name").asText())
          .containsExactly("absence", "twelve-checks", "relay-ssh");
      assertThat(report.at("/figures"))
          .allSatisfy(each -> assertThat(each.at("/value").isNumber()).isTrue());
      assertMeasuredOrAbsent(report, 0, "ping");
      assertMeasuredOrAbsent(report, 2, "python3-paramiko");
      assertThat(hairpin.runsLeft()).isEmpty();
    }
  }

  private static void assertMeasuredOrAbsent(JsonNode report, int figure, String program) {
    boolean measured = !report.at("/figures/" + figure + "/peers").isEmpty();
    boolean absent = report.at("/absent").toString().contains('"' + program + '"');
    assertThat(measured).as(program + " is measured or said to be absent").isNotEqualTo(absent);
  }

  @Test
  void aFigureThatIsNotThereIsWrongUsage() throws Exception {
    try (Hairpin hairpin = Hairpin.in(folder)) {
      assertThat(hairpin.run("bench", "--only=absense").exits(2).err())
          .contains("there is no figure 'absense'")
          .contains("Did you mean 'absence'?");
    }
  }

  @Test
  void interruptedWhileTheLabComesUpItLeavesNothing() throws Exception {
    FaultsHarness harness = new FaultsHarness(folder);
    Program program = bench(harness);
    program.until("its run has an id", () -> !program.runId().isEmpty());
    program.until(
        "the switch's namespace is there",
        () -> Files.exists(Path.of("/run/netns/hp-" + program.runId() + "-sw")));
    endsAsInterrupted(harness, program);
  }

  @Test
  void interruptedWhileItMeasuresItLeavesNothing() throws Exception {
    FaultsHarness harness = new FaultsHarness(folder);
    Program program = bench(harness);
    program.untilJournalHas("relay-restore");
    endsAsInterrupted(harness, program);
  }

  private static Program bench(FaultsHarness harness) throws Exception {
    return harness.start(
        FaultsHarness.hairpin("bench", "--only=absence,relay-ssh", "--out=" + harness.out()));
  }

  private static void endsAsInterrupted(FaultsHarness harness, Program program) throws Exception {
    program.signalGroup("INT");
    program.exits(130);
    assertThat(program.stderr())
        .contains("hairpin: interrupted")
        .doesNotContain("not everything was put back");
    assertThat(harness.left(program)).isEmpty();
    assertThat(harness.out().resolve("bench.json")).doesNotExist();
  }
}
