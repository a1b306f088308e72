package dev.hairpin.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a machine may lack. */
final class MachineFaultsIT {
  private static final String ONE_CHECK = "@vepa-unicast-reflected";

  @TempDir Path folder;
  private FaultsHarness harness;

  @BeforeEach
  void prepare() {
    harness = new FaultsHarness(folder);
  }

  private void nothingIsLeft() throws Exception {
    assertThat(harness.left()).isEmpty();
  }

  @Test
  void withoutRootItSaysWhatToType() throws Exception {
    Path home = checkout();
    asNobody(home, "run").exits(3).saysOnce("sudo " + "./hairpin run");
    assertThat(harness.state()).doesNotExist();

    asNobody(home, "restore").exits(3).saysOnce("Next: sudo --preserve-env " + "./hairpin restore");
    assertThat(harness.state()).doesNotExist();
  }

  @Test
  void aHistoryOfRootsIsNotTakenForNone() throws Exception {
    Path home = checkout();
    Files.createDirectory(
        harness.state(),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Path history = Files.createFile(harness.state().resolve("history.mv.db"));
    asNobody(home, "report", "history", "--history=" + history)
        .exits(3)
        .saysOnce(history + " can't be read: this user may not read it", "Next: ");
  }

  private Program asNobody(Path home, String... words) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--"));
    command.add(home.resolve("hairpin").toString());
    command.addAll(List.of(words));
    return harness.ended(command);
  }

  /** A checkout that is built, for a user who may not write there. */
  private Path checkout() throws Exception {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path home = Files.createDirectory(folder.resolve("checkout"));
    Path here = FaultsHarness.home();
    FaultsHarness.sh(
        """
        cd %s
        cp %2$s/hairpin %2$s/pom.xml .
        mkdir -p .mvn src/main target/lib
        cp -r %2$s/features .
        cp %2$s/target/hairpin.jar target
        ln %2$s/target/lib/*.jar target/lib || cp %2$s/target/lib/*.jar target/lib
        touch target/.built
        """
            .formatted(home, here));
    return home;
  }

  @Test
  void macvtapNeedsNoTunDevice() throws Exception {
    harness
        .ended(
            FaultsHarness.behind(
                "mkdir %1$s; mount -n --bind %1$s /dev/net".formatted(folder.resolve("no-tun")),
                FaultsHarness.run(harness.out(), "--tags", ONE_CHECK)))
        .exits(0);
    nothingIsLeft();
  }

  @Test
  void withoutQemuTheOtherChecksRun() throws Exception {
    lacksFor("qemu-system-x86_64", "qemu-system-x86");
  }

  @Test
  void withoutBusyboxTheOtherChecksRun() throws Exception {
    lacksFor("busybox", "busybox-static");
  }

  private void lacksFor(String program, String debianPackage) throws Exception {
    Program run =
        harness
            .ended(
                FaultsHarness.behind(
                    """
                    for each in /usr/bin/%1$s /bin/%1$s /usr/local/bin/%1$s; do
                      if [ -e $each ]; then mount -n --bind /dev/null $each; fi
                    done
                    """
                        .formatted(program),
                    FaultsHarness.run(
                        harness.out(), "--tags", "@vepa-guests-talk or " + ONE_CHECK)))
            .exits(3);
    assertThat(run.stdout())
        .contains("2 checks: 1 passed, 1 inconclusive; exit 3", "apt-get install " + debianPackage);
    nothingIsLeft();
  }

  @Test
  void aFullDiskUnderTheReportIsFoundBeforeAnythingIsChanged() throws Exception {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    harness
        .ended(
            FaultsHarness.behind(
                """
                mount -n -t tmpfs -o size=16k hairpin-test %1$s
                """
                    .formatted(disk),
                FaultsHarness.run(disk.resolve("out"), "--tags", ONE_CHECK)))
        .exits(3)
        .saysOnce(disk.toString(), "No space left", "--out");
    nothingIsLeft();
  }

  @Test
  void aDiskThatFillsUpMeanwhileIsSaidWithTheNextStep() throws Exception {
    Program run = onADiskOf("300k").exits(3);
    assertThat(run.stdout()).contains("vepa-unicast-reflected", "inconclusive");
    assertThat(run.stderr()).contains("/disk/out lacks", "No space left", "--out");
    nothingIsLeft();
  }

  @Test
  void evidenceThatFillsTheDiskCostsItsCheckAndNoOther() throws Exception {
    onADiskOf("4m").exits(3);
    RunReport report = RunReport.read(harness.out());
    // Ten thousand frames at five places are the largest evidence of all.
    JsonNode hit = report.check("vepa-order-kept");
    assertThat(hit.path("outcome").asText()).isEqualTo("inconclusive");
    assertThat(hit.path("reason").asText()).contains("'passed'", "No space left");
    assertThat(hit.path("evidence")).isEmpty();
    assertThat(report.checks())
        .extracting(each -> each.path("outcome").asText())
        .filteredOn(each -> !List.of("passed", "waived").contains(each))
        .containsExactly("inconclusive");
    assertThat(report.results().at("/run/exit").asInt()).isEqualTo(3);
    assertThat(report.text("report.html")).contains("No space left");
    nothingIsLeft();
  }

  /** A run whose report goes to a disk of that size; what is there in the end is copied. */
  private Program onADiskOf(String size) throws Exception {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    return harness.ended(
        FaultsHarness.behind(
            """
            mount -n -t tmpfs -o size=%1$s hairpin-test %2$s
            code=0
            "$@" || code=$?
            cp -r %2$s/out %3$s
            exit $code
            """
                .formatted(size, disk, harness.out()),
            FaultsHarness.run(disk.resolve("out"), "--tags", "not @guest")));
  }

  @Test
  void aGuestThatDiesCostsTheCheckThatItDiesInAndNoOther() throws Exception {
    Program run = harness.start(FaultsHarness.run(harness.out(), "--tags", "@guest"));
    // The second check has the relay off, once the guests are in private mode.
    run.until("the guests are in private mode", this::relayIsSetOff);
    kill(Traces.guests(run.runId()).get(0));
    run.exits(3);
    RunReport report = RunReport.read(harness.out());
    assertThat(report.outcomes())
        .containsEntry("host-mac-same-as-guest", "passed")
        .containsEntry("private-guests-isolated", "inconclusive")
        .containsEntry("vepa-guests-talk", "passed")
        .containsEntry("vepa-guest-dhcp", "passed");
    assertThat(report.results().get("notes").toString())
        .contains("its QEMU has ended", "booted anew");
    nothingIsLeft();
  }

  @Test
  void aGuestThatDiesWhileItBootsCostsNoCheck() throws Exception {
    Program run = harness.start(FaultsHarness.run(harness.out(), "--tags", "@vepa-guests-talk"));
    run.until("a guest's machine is there", () -> !Traces.guests(run.runId()).isEmpty());
    kill(Traces.guests(run.runId()).get(0));
    run.exits(0);
    RunReport report = RunReport.read(harness.out());
    assertThat(report.outcomes()).containsEntry("vepa-guests-talk", "passed");
    assertThat(report.results().get("notes").toString()).contains("did not boot", "booted anew");
    nothingIsLeft();
  }

  private static void kill(String process) throws Exception {
    FaultsHarness.sh("kill -KILL " + process.substring(0, process.indexOf(' ')));
  }

  private boolean relayIsSetOff() {
    try {
      return Files.readString(harness.out().resolve("transcript.log"))
          .contains("> bridge link set dev swp1 hairpin off");
    } catch (IOException notYet) {
      return false;
    }
  }

  @Test
  void aStateDirectoryThatCannotBeWrittenIsFoundBeforeAnythingIsChanged() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));
    harness
        .ended(
            FaultsHarness.run(harness.out(), "--tags", ONE_CHECK),
            Map.of("HAIRPIN_STATE", file.resolve("state").toString()))
        .exits(3)
        .saysOnce(file.toString(), "HAIRPIN_STATE");
    assertThat(harness.out()).doesNotExist();
  }
}
