package dev.hairpin.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C and TERM: everything is put back first, then the program goes with 130. */
final class InterruptionIT {
  @TempDir Path folder;
  private FaultsHarness harness;

  @BeforeEach
  void prepare() {
    harness = new FaultsHarness(folder);
  }

  private void endsAsInterrupted(Program program) throws Exception {
    program.exits(130);
    assertThat(program.stderr()).contains("hairpin: interrupted");
    assertThat(harness.left(program)).isEmpty();
  }

  @Test
  void whileTheLabComesUp() throws Exception {
    Program program = harness.start(FaultsHarness.run(harness.out()));
    program.until("its run has an id", () -> !program.runId().isEmpty());
    program.until(
        "the switch's namespace is there",
        () -> Files.exists(Path.of("/run/netns/hp-" + program.runId() + "-sw")));
    program.signalGroup("INT");
    endsAsInterrupted(program);
  }

  @Test
  void whileGuestsAreThere() throws Exception {
    Program program = harness.start(FaultsHarness.run(harness.out(), "--tags", "@guest"));
    program.until(
        "a guest boots",
        () ->
            !program.runId().isEmpty()
                && Traces.processesOrNone(program.runId()).stream()
                    .anyMatch(each -> each.contains("qemu")));
    program.signalGroup("INT");
    endsAsInterrupted(program);
  }

  @Test
  void whileThePortOfARealSwitchIsChanged() throws Exception {
    try (RealLab lab = RealLab.up(folder)) {
      lab.reflect(true);
      Program program =
          harness.start(
              FaultsHarness.in(
                  lab.host(),
                  FaultsHarness.run(
                      harness.out(), "--lab", lab.file(lab.yaml()).toString(), "--tags", "@relay")),
              lab.secrets());
      program.untilJournalHas("relay-restore");
      program.signal("TERM");
      endsAsInterrupted(program);
      assertThat(lab.reflects()).as("the port is as it was found").isTrue();
      assertThat(lab.strangers()).isEmpty();
    }
  }
}
