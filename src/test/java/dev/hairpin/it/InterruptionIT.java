package dev.hairpin.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
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
    assertThat(program.stderr())
        .contains("hairpin: interrupted")
        .doesNotContain("not everything was put back");
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

  /** A download that never ends: who waits for it waits for ever. */
  @Test
  void whileTheGuestsKernelIsDownloaded() throws Exception {
    Path bin = Files.createDirectory(folder.resolve("bin"));
    Path begun = folder.resolve("begun");
    script(bin.resolve("apt-cache"), "echo '  Depends: linux-image-6.1.0-0-cloud-amd64'");
    script(bin.resolve("apt-get"), "echo >%s; sleep 600".formatted(begun));
    Program program =
        harness.start(
            FaultsHarness.run(harness.out(), "--tags", "@guest"),
            Map.of(
                "PATH",
                bin + ":" + System.getenv("PATH"),
                "HAIRPIN_CACHE",
                folder.resolve("cache").toString()));
    program.until("the download has begun", () -> Files.exists(begun));
    assertThat(program.runId()).isNotEmpty();
    program.signalGroup("INT");
    endsAsInterrupted(program);
    assertThat(folder.resolve("cache/guest")).isEmptyDirectory();
  }

  private static void script(Path file, String text) throws Exception {
    Files.writeString(file, "#!/bin/sh\n" + text + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
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
