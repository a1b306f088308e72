package dev.hairpin.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hairpin.lab.OtherProgram;
import dev.hairpin.lab.RelayRestorer;
import dev.hairpin.lab.RunDirectory;
import dev.hairpin.lab.StateRoot;
import dev.hairpin.lab.Sweep;
import dev.hairpin.lab.SweepReport;
import dev.hairpin.linux.NetNamespace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left of a lab, whatever way its program ends. */
final class LeftBehindTest {
  @TempDir Path folder;
  private StateRoot root;

  @BeforeEach
  void prepare() throws IOException {
    root = new StateRoot(folder).prepare();
  }

  private void nothingIsLeftOf(String id) throws IOException {
    assertThat(NetNamespace.names()).noneMatch(name -> name.contains(id));
    assertThat(processesOf(id)).isEmpty();
    assertThat(root.runs()).isEmptyDirectory();
  }

  /** Those that were started with the lab's folder on their command line, or run below one. */
  private List<String> processesOf(String id) throws IOException {
    try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
      return processes
          .filter(process -> process.getFileName().toString().matches("[0-9]+"))
          .map(LeftBehindTest::commandLine)
          .filter(line -> line.contains("runs/" + id))
          .toList();
    }
  }

  private static String commandLine(Path process) {
    try {
      return Files.readString(process.resolve("cmdline"));
    } catch (IOException gone) {
      return "";
    }
  }

  @Test
  void downLeavesNothing() throws Exception {
    boolean before = Files.exists(Path.of("/run/sshd"));
    String id;
    try (RunDirectory run = RunDirectory.create(root)) {
      id = run.id();
      EmbeddedLab lab = EmbeddedLab.up(run, EmbeddedOptions.DEFAULT);
      assertThat(processesOf(id)).isNotEmpty();
      assertThat(NetNamespace.names()).filteredOn(name -> name.contains(id)).hasSize(3);
      lab.down();
      lab.down();
      assertThat(run.journal().open()).isEmpty();
    }
    nothingIsLeftOf(id);
    assertThat(Files.exists(Path.of("/run/sshd"))).isEqualTo(before);
  }

  /** There sshd's own view of /run hides the lab's folder, but for what is done about it. */
  @Test
  void aStateDirectoryBelowRunWorks() throws Exception {
    Path place = Files.createTempDirectory(Path.of("/run"), "hpt-embedded-");
    try (RunDirectory run = RunDirectory.create(new StateRoot(place));
        EmbeddedLab lab = EmbeddedLab.up(run, EmbeddedOptions.DEFAULT)) {
      assertThat(SshTalk.run(lab.reachable(), folder, "echo up").require().strip()).isEqualTo("up");
    }
    for (String name : List.of("runs", "locks", "lock", "")) {
      Files.delete(place.resolve(name));
    }
  }

  @Test
  void aKilledProgramsServersDieWithItAndTheNextSweepTakesTheRest() throws Exception {
    String id;
    try (OtherProgram program = OtherProgram.start(LabHolder.class, folder.toString(), "hold")) {
      id = program.line();
      assertThat(program.line()).isEqualTo("up");
      assertThat(processesOf(id)).isNotEmpty();
      assertThat(new Sweep(root, RelayRestorer.NONE).sweep().empty()).isTrue();
      program.kill();
    }
    Awaitility.await("the servers' end")
        .pollInterval(Duration.ofMillis(5))
        .until(() -> processesOf(id).stream().noneMatch(line -> line.contains("sshd")));
    assertThat(EmbeddedLab.list(root))
        .extracting(ListedLab::state)
        .containsExactly(ListedLab.State.LEFT_BEHIND);
    SweepReport report = new Sweep(root, RelayRestorer.NONE).sweep();
    assertThat(report.complete()).isTrue();
    assertThat(report.line()).contains(id, "network namespace ×3", "directory");
    nothingIsLeftOf(id);
  }

  @Test
  void aProgramKilledWhileItBuildsIsSweptToo() throws Exception {
    String id;
    try (OtherProgram program = OtherProgram.start(LabHolder.class, folder.toString(), "hold")) {
      id = program.line();
      Awaitility.await("the first namespace")
          .pollInterval(Duration.ofMillis(1))
          .until(() -> NetNamespace.names().stream().anyMatch(name -> name.contains(id)));
      program.kill();
    }
    assertThat(new Sweep(root, RelayRestorer.NONE).sweep().complete()).isTrue();
    nothingIsLeftOf(id);
  }

  @Test
  void aKeptLabLivesOnUntilItIsTakenDown() throws Exception {
    String id;
    try (OtherProgram program = OtherProgram.start(LabHolder.class, folder.toString(), "keep")) {
      id = program.line();
      assertThat(program.line()).isEqualTo("up");
      assertThat(program.line()).isEqualTo("kept");
      assertThatThrownBy(program::line).hasMessageContaining("ended");
      program.kill();
    }
    assertThat(new Sweep(root, RelayRestorer.NONE).sweep().empty()).isTrue();
    ListedLab kept = EmbeddedLab.list(root).get(0);
    assertThat(kept.state()).isEqualTo(ListedLab.State.KEPT);
    assertThat(kept.description()).isEqualTo("embedded lab");
    ReachableLab found = EmbeddedLab.leftUp(root, id).orElseThrow();
    assertThat(EmbeddedLab.leftUp(root, EmbeddedOptions.DEFAULT))
        .extracting(ReachableLab::id)
        .containsExactly(id);
    assertThat(found.hostNamespace()).isEqualTo(kept.host());
    assertThat(SshTalk.run(found, folder, "echo up").require().strip()).isEqualTo("up");
    assertThat(processesOf(id)).anyMatch(line -> line.contains("sshd"));
    EmbeddedLab.down(root, id, RelayRestorer.NONE);
    nothingIsLeftOf(id);
    assertThat(EmbeddedLab.leftUp(root, EmbeddedOptions.DEFAULT)).isEmpty();
  }

  @Test
  void aServerThatEndsIsToldWithItsLastWordsAndNothingIsLeft() throws Exception {
    String id;
    try (RunDirectory run = RunDirectory.create(root)) {
      id = run.id();
      LabNamespaces namespaces = new LabNamespaces(id);
      LabFolder labFolder = LabFolder.of(run);
      run.journal().plan(new dev.hairpin.lab.Undo.NamespaceDelete("hp-" + id + "-sw"));
      labFolder.write(run, namespaces, EmbeddedOptions.DEFAULT);
      Files.writeString(labFolder.file("sshd_config"), "Nonsense yes\n");
      dev.hairpin.linux.LocalShell.open(NetNamespace.CURRENT, id)
          .run("ip netns add hp-" + id + "-sw; ip netns add hp-" + id + "-mgmt")
          .require();
      run.journal().plan(new dev.hairpin.lab.Undo.NamespaceDelete("hp-" + id + "-mgmt"));
      SwitchServers servers = SwitchServers.start(namespaces, labFolder, EmbeddedOptions.DEFAULT);
      assertThatThrownBy(servers::awaitReady)
          .hasMessageContaining("sshd of the embedded lab ended")
          .hasMessageContaining("Bad configuration option: Nonsense");
      assertThat(run.undo(RelayRestorer.NONE).complete()).isTrue();
    }
    nothingIsLeftOf(id);
  }
}
