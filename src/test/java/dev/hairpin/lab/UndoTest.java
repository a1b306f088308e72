package dev.hairpin.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hairpin.linux.NetNamespace;
import dev.hairpin.switches.RelayState;
import dev.hairpin.wire.MacAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every kind of inverse, on the real thing. */
final class UndoTest {
  private static final MacAddress MAC = MacAddress.parse("02:48:50:00:00:01");

  @TempDir Path folder;
  private RunDirectory run;

  @BeforeEach
  void start() throws IOException {
    run = RunDirectory.create(new StateRoot(folder));
  }

  @AfterEach
  void end() throws IOException {
    run.close();
  }

  private UndoReport undo() throws IOException {
    return run.undo(RelayRestorer.NONE);
  }

  @Test
  void aLabelledLinkIsDeleted() throws Exception {
    try (TestNamespace namespace = TestNamespace.create()) {
      planLink(namespace);
      namespace.ip("link", "add", "d1", "type", "veth", "peer", "name", "d2");
      namespace.ip("link", "set", "d1", "alias", "hairpin " + run.id());
      assertThat(undo().complete()).isTrue();
      assertThat(namespace.ip("link")).doesNotContain("d1");
      assertThat(run.journal().open()).isEmpty();
    }
  }

  @Test
  void aLinkThatDiedBeforeItsLabelIsKnownByItsMac() throws Exception {
    try (TestNamespace namespace = TestNamespace.create()) {
      planLink(namespace);
      namespace.ip("link", "add", "d1", "address", MAC.toString(), "type", "veth");
      assertThat(undo().complete()).isTrue();
      assertThat(namespace.ip("link")).doesNotContain("d1");
    }
  }

  @Test
  void anothersLinkOfTheSameNameStays() throws Exception {
    try (TestNamespace namespace = TestNamespace.create()) {
      planLink(namespace);
      namespace.ip("link", "add", "d1", "type", "veth", "peer", "name", "d2");
      assertThat(undo().complete()).isTrue();
      assertThat(namespace.ip("link")).contains("d1");
      planLink(namespace);
      namespace.ip("link", "set", "d1", "alias", "hairpin 20261122-091522-ffff");
      assertThat(undo().complete()).isTrue();
      assertThat(namespace.ip("link")).contains("d1");
    }
  }

  @Test
  void aLinkWhoseNamespaceIsGoneIsGoneToo() throws Exception {
    try (TestNamespace namespace = TestNamespace.create()) {
      planLink(namespace);
    }
    assertThat(undo().complete()).isTrue();
  }

  @Test
  void aLinkInANamelessNamespaceIsKeptWhileAProcessIsThere() throws Exception {
    Process inside =
        new ProcessBuilder("unshare", "--net", "sh", "-c", "echo in; read end").start();
    try {
      assertThat(inside.inputReader().readLine()).isEqualTo("in");
      long inode =
          (Long) Files.getAttribute(Path.of("/proc", "" + inside.pid(), "ns/net"), "unix:ino");
      run.journal().plan(new Undo.LinkDelete("", inode, "d1", "hairpin x", ""));
      UndoReport report = undo();
      assertThat(report.failures()).singleElement().asString().contains("process " + inside.pid());
      assertThat(run.journal().open()).hasSize(1);
    } finally {
      inside.destroyForcibly().waitFor();
    }
    assertThat(undo().complete()).isTrue();
  }

  @Test
  void aLinkInANamespaceThatGotANameIsFound() throws Exception {
    try (TestNamespace namespace = TestNamespace.create()) {
      namespace.ip("link", "add", "d1", "type", "veth", "peer", "name", "d2");
      namespace.ip("link", "set", "d1", "alias", "hairpin x");
      long inode = NetNamespace.named(namespace.name()).inode();
      run.journal().plan(new Undo.LinkDelete("", inode, "d1", "hairpin x", ""));
      assertThat(undo().complete()).isTrue();
      assertThat(namespace.ip("link")).doesNotContain("d1");
    }
  }

  @Test
  void processesAreKilledByTheirLabel() throws Exception {
    Process ours = sleeper(run.id());
    Process other = sleeper("20261122-091522-ffff");
    try {
      run.journal().plan(new Undo.ProcessKill(run.id()));
      assertThat(undo().complete()).isTrue();
      assertThat(ours.waitFor()).isEqualTo(128 + 9);
      assertThat(other.isAlive()).isTrue();
    } finally {
      ours.destroyForcibly();
      other.destroyForcibly();
    }
  }

  private static Process sleeper(String runId) throws IOException {
    ProcessBuilder builder = new ProcessBuilder("sleep", "600");
    builder.environment().put("HAIRPIN_RUN", runId);
    return builder.start();
  }

  @Test
  void aNamespaceGoesWithItsProcesses() throws Exception {
    String name = "hp-" + run.id() + "-x";
    run.journal().plan(new Undo.NamespaceDelete(name));
    try (TestNamespace namespace = TestNamespace.create(name)) {
      Process inside = new ProcessBuilder("ip", "netns", "exec", name, "sleep", "600").start();
      long inode = NetNamespace.named(namespace.name()).inode();
      Conditions.await("the process is inside", () -> !UndoProcesses.inNamespace(inode).isEmpty());
      assertThat(undo().complete()).isTrue();
      assertThat(inside.waitFor()).isEqualTo(128 + 9);
      assertThat(NetNamespace.named(name).exists()).isFalse();
    }
  }

  @Test
  void anothersNamespaceIsRefused() throws Exception {
    try (TestNamespace namespace = TestNamespace.create()) {
      Journal.Entry planned = run.journal().plan(new Undo.NamespaceDelete(namespace.name()));
      assertThat(undo().failures()).hasSize(1);
      assertThat(NetNamespace.named(namespace.name()).exists()).isTrue();
      run.journal().undone(planned);
    }
  }

  @Test
  void aDirectoryIsDeletedBelowOurOwnPlacesOnly(@TempDir Path elsewhere) throws Exception {
    Path ours = Files.createDirectories(run.path().resolve("lab/deep"));
    Files.writeString(ours.resolve("file"), "x");
    Files.writeString(elsewhere.resolve("file"), "x");
    Files.createSymbolicLink(ours.resolve("link"), elsewhere);
    run.journal().plan(Undo.DirectoryDelete.of(run.path().resolve("lab")));
    Journal.Entry theirs = run.journal().plan(Undo.DirectoryDelete.of(elsewhere));
    Journal.Entry sly =
        run.journal()
            .plan(new Undo.DirectoryDelete(folder + "/runs/../../" + elsewhere.getFileName()));
    Journal.Entry root = run.journal().plan(Undo.DirectoryDelete.of(folder));
    assertThat(undo().failures()).hasSize(3);
    assertThat(run.path().resolve("lab")).doesNotExist();
    assertThat(elsewhere.resolve("file")).exists();
    for (Journal.Entry entry : List.of(theirs, sly, root)) {
      run.journal().undone(entry);
    }
  }

  @Test
  void aRelayIsKeptUntilItsSwitchIsBack() throws Exception {
    Undo.RelayRestore relay =
        new Undo.RelayRestore(
            "/etc/lab.yaml", "tor1", "tor1", "swp1", RelayState.OFF, "", List.of(), "");
    run.journal().plan(relay);
    UndoReport away =
        run.undo(
            what -> {
              throw new IOException("no route to host");
            });
    assertThat(away.failures()).singleElement().asString().contains("swp1", "no route to host");
    List<Undo> restored = new ArrayList<>();
    assertThat(run.undo(restored::add).complete()).isTrue();
    assertThat(restored).containsExactly(relay);
  }

  @Test
  void aRelayOfASwitchThatIsGoneIsVoid() throws Exception {
    run.journal()
        .plan(
            new Undo.RelayRestore(
                "embedded", "tor1", "tor1", "swp1", RelayState.OFF, "", List.of(), "hp-none-mgmt"));
    assertThat(undo().complete()).isTrue();
  }

  @Test
  void aRelayWhoseSwitchGoesMeanwhileIsVoid() throws Exception {
    String name = "hp-" + run.id() + "-x";
    try (TestNamespace namespace = TestNamespace.create(name)) {
      run.journal().plan(new Undo.NamespaceDelete(namespace.name()));
      run.journal()
          .plan(
              new Undo.RelayRestore(
                  "embedded", "tor1", "tor1", "swp1", RelayState.OFF, "", List.of(), name));
      assertThat(undo().complete()).isTrue();
      assertThat(run.journal().open()).isEmpty();
    }
  }

  @Test
  void theLastPlannedIsUndoneFirstAndAFailureStopsNothing() throws Exception {
    List<Undo> restored = new ArrayList<>();
    List<Undo> relays = new ArrayList<>();
    for (String port : List.of("swp1", "swp2", "swp3")) {
      relays.add(
          0, new Undo.RelayRestore("lab", "u", "s", port, RelayState.OFF, "", List.of(), ""));
      run.journal().plan(relays.get(0));
    }
    RelayRestorer balking =
        what -> {
          restored.add(what);
          if (what.port().equals("swp2")) {
            throw new IllegalStateException("refused");
          }
        };
    assertThat(run.undo(balking).failures()).hasSize(1);
    assertThat(restored).isEqualTo(relays);
    assertThat(run.undo(RelayRestorer.NONE).failures()).hasSize(1);
    assertThat(run.undo(what -> {}).complete()).isTrue();
  }

  private void planLink(TestNamespace namespace) throws IOException {
    run.journal()
        .plan(Undo.LinkDelete.of(NetNamespace.named(namespace.name()), "d1", run.id(), MAC));
  }
}
