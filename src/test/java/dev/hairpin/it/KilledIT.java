package dev.hairpin.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kill -9: what the program could not put back itself, the next command does. */
final class KilledIT {
  /** Checks that want the port to reflect, one after another. */
  private static final String BARE_VEPA = "@vepa and not @guest";

  @TempDir Path folder;
  private FaultsHarness harness;

  @BeforeEach
  void prepare() {
    harness = new FaultsHarness(folder);
  }

  private void kill(Program program) throws Exception {
    program.signal("KILL");
    program.exits(137);
  }

  @Test
  void guestsAndServersDieWithTheProgram() throws Exception {
    Program program = harness.start(FaultsHarness.run(harness.out(), "--tags", "@guest"));
    program.until(
        "a guest boots beside the switch's servers",
        () ->
            !program.runId().isEmpty()
                && Traces.processesOrNone(program.runId()).stream()
                    .anyMatch(each -> each.contains("qemu")));
    String id = program.runId();
    kill(program);
    FaultsHarness.until(
        "QEMU, sshd and snmpd have gone", () -> Traces.processesOrNone(id).isEmpty());
    Program next = harness.ended(FaultsHarness.hairpin("restore")).exits(0);
    assertThat(next.stdout()).contains("cleaned up after run " + id, "network namespace ×3");
    assertThat(harness.left(program)).isEmpty();
    assertThat(harness.ended(FaultsHarness.hairpin("restore")).exits(0).stdout())
        .contains("nothing to restore");
  }

  @Test
  void theNextRunPutsThePortOfARealSwitchBack() throws Exception {
    try (RealLab lab = RealLab.up(folder)) {
      var run =
          FaultsHarness.in(
              lab.host(),
              FaultsHarness.run(
                  harness.out(), "--lab", lab.file(lab.yaml()).toString(), "--tags", BARE_VEPA));
      Program program = harness.start(run, lab.secrets());
      program.until("the port reflects, for the run told it to", lab::reflects);
      String id = program.runId();
      kill(program);
      Program next = harness.ended(run, lab.secrets()).exits(0);
      assertThat(next.stderr()).contains("cleaned up after run " + id, "reflective relay");
      assertThat(lab.reflects()).as("the port is as it was found").isFalse();
      assertThat(lab.strangers()).isEmpty();
      assertThat(harness.left(program)).isEmpty();
    }
  }

  /** A moment is how far the conversation with the switch has come, not a time. */
  @Test
  void whateverTheMomentEverythingIsAsBefore() throws Exception {
    try (RealLab lab = RealLab.up(folder)) {
      var run =
          FaultsHarness.in(
              lab.host(),
              FaultsHarness.run(
                  harness.out(),
                  "--lab",
                  lab.file(lab.yaml()).toString(),
                  "--tags",
                  "@relay and not @load"));
      var restore = FaultsHarness.in(lab.host(), FaultsHarness.hairpin("restore"));
      Random random = new Random(20261124);
      for (int round = 0; round < 12; round++) {
        boolean found = round % 2 == 1;
        lab.reflect(found);
        Files.deleteIfExists(harness.out().resolve("transcript.log"));
        int lines = round == 0 ? 1 : 15 + random.nextInt(40);
        Program program = harness.start(run, lab.secrets());
        program.until(
            "%d lines were said".formatted(lines),
            () -> said(harness.out().resolve("transcript.log")) >= lines);
        program.signal("KILL");
        // It may have been quicker.
        int exit = program.exit();
        harness.ended(restore, lab.secrets()).exits(0);
        assertThat(lab.reflects())
            .as("round %d, killed after %d lines, exit %d", round, lines, exit)
            .isEqualTo(found);
        assertThat(lab.strangers()).isEmpty();
        assertThat(harness.left(program)).isEmpty();
      }
    }
  }

  private static long said(Path transcript) {
    try (Stream<String> lines = Files.lines(transcript)) {
      return lines.count();
    } catch (IOException | UncheckedIOException notYet) {
      return 0;
    }
  }

  @Test
  void aSwitchThatIsAwayIsRememberedUntilItIsBack() throws Exception {
    try (RealLab lab = RealLab.up(folder)) {
      Program program =
          harness.start(
              FaultsHarness.in(
                  lab.host(),
                  FaultsHarness.run(
                      harness.out(),
                      "--lab",
                      lab.file(lab.yaml()).toString(),
                      "--tags",
                      BARE_VEPA)),
              lab.secrets());
      program.until("the port reflects, for the run told it to", lab::reflects);
      lab.stopSshd();
      program.exits(3);
      assertThat(program.stdout()).doesNotContain("FAILED").contains("hairpin restore");
      assertThat(program.journal()).contains("relay-restore");
      assertThat(lab.reflects()).as("nobody could tell the switch").isTrue();

      var restore = FaultsHarness.in(lab.host(), FaultsHarness.hairpin("restore"));
      Program tooEarly = harness.ended(restore, lab.secrets()).exits(3);
      assertThat(tooEarly.stdout()).contains("192.0.2.2");
      lab.startSshd();
      harness.ended(restore, lab.secrets()).exits(0);
      assertThat(lab.reflects()).as("the port is as it was found").isFalse();
      assertThat(lab.strangers()).isEmpty();
      assertThat(harness.left(program)).isEmpty();
    }
  }
}
