package dev.hairpin.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hairpin.linux.NetNamespace;
import dev.hairpin.switches.RelayState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SweepTest {
  @TempDir Path folder;
  private StateRoot root;

  @BeforeEach
  void prepare() throws IOException {
    root = new StateRoot(folder).prepare();
  }

  private SweepReport sweep() throws IOException {
    return new Sweep(root, RelayRestorer.NONE).sweep();
  }

  /** A run that made a namespace, labelled as runs do. */
  private String namespaceOf(RunDirectory run) throws Exception {
    String name = "hp-" + run.id() + "-x";
    run.journal().plan(new Undo.NamespaceDelete(name));
    TestNamespace namespace = TestNamespace.create(name);
    namespace.ip("link", "set", "lo", "alias", Undo.namespaceLabel(run));
    return name;
  }

  private static boolean exists(String namespace) {
    return NetNamespace.named(namespace).exists();
  }

  @Test
  void aDeadRunIsUndone() throws Exception {
    String name;
    try (RunDirectory run = RunDirectory.create(root)) {
      name = namespaceOf(run);
    }
    SweepReport report = sweep();
    assertThat(report.complete()).isTrue();
    assertThat(report.line()).startsWith("cleaned up after run ").contains("(network namespace)");
    assertThat(exists(name)).isFalse();
    assertThat(root.runs()).isEmptyDirectory();
    assertThat(sweep().empty()).isTrue();
    assertThat(sweep().line()).isEmpty();
  }

  @Test
  void aLivingRunIsLeftAlone() throws Exception {
    try (RunDirectory run = RunDirectory.create(root)) {
      String name = namespaceOf(run);
      assertThat(sweep().empty()).isTrue();
      assertThat(new Sweep(root, RelayRestorer.NONE).sweepKeptToo().empty()).isTrue();
      assertThat(exists(name)).isTrue();
      run.undo(RelayRestorer.NONE);
    }
  }

  @Test
  void aKeptLabGoesOnlyWhenAskedFor() throws Exception {
    String name;
    try (RunDirectory run = RunDirectory.create(root)) {
      name = namespaceOf(run);
      run.keep("kept");
    }
    assertThat(sweep().empty()).isTrue();
    assertThat(exists(name)).isTrue();
    assertThat(new Sweep(root, RelayRestorer.NONE).sweepKeptToo().complete()).isTrue();
    assertThat(exists(name)).isFalse();
    assertThat(root.runs()).isEmptyDirectory();
  }

  @Test
  void aNamespaceThatNoJournalNamesIsDeletedWhenItIsOurs() throws Exception {
    RunDirectory run = RunDirectory.create(root);
    String forgotten = "hp-" + run.id() + "-forgotten";
    String others = "hp-" + run.id() + "-others";
    try (TestNamespace ours = TestNamespace.create(forgotten);
        TestNamespace theirs = TestNamespace.create(others)) {
      ours.ip("link", "set", "lo", "alias", Undo.namespaceLabel(run));
      theirs.ip("link", "set", "lo", "alias", "hairpin %s at /elsewhere".formatted(run.id()));
      run.close();
      assertThat(sweep().namespaces()).containsExactly(forgotten);
      assertThat(exists(others)).isTrue();
    }
  }

  @Test
  void anUnlabelledNamespaceIsDeletedUnlessItIsBeingMadeNow() throws Exception {
    RunDirectory run = RunDirectory.create(root);
    run.close();
    String old = "hp-20200229-235959-%s-x".formatted(run.id().substring(run.id().length() - 4));
    String young = "hp-" + run.id() + "-x";
    try (TestNamespace left = TestNamespace.create(old);
        TestNamespace beingMade = TestNamespace.create(young)) {
      assertThat(sweep().namespaces()).contains(old).doesNotContain(young);
      assertThat(exists(old)).isFalse();
      assertThat(exists(young)).isTrue();
    }
  }

  @Test
  void theLocksOfKilledRunsGoAndThoseInUseStay() throws Exception {
    Path left = Files.createFile(root.locks().resolve("0123456789abcdef0123456789abcdef"));
    try (PortLock used =
        PortLock.take(root, "run", PortLockTest.keys("", "swp1"), "swp1", Waiting.NONE)) {
      assertThat(sweep().empty()).isTrue();
      assertThat(left).doesNotExist();
      assertThat(root.locks()).isNotEmptyDirectory();
    }
    assertThat(root.locks()).isEmptyDirectory();
  }

  @Test
  void processesOfADeadRunGoThoughNobodyPlannedThem() throws Exception {
    RunDirectory run = RunDirectory.create(root);
    run.journal().plan(new Undo.NamespaceDelete("hp-none"));
    ProcessBuilder sleeper = new ProcessBuilder("sleep", "600");
    sleeper.environment().put("HAIRPIN_RUN", run.id());
    Process process = sleeper.start();
    run.close();
    assertThat(sweep().complete()).isTrue();
    assertThat(process.waitFor()).isEqualTo(128 + 9);
  }

  @Test
  void whatCannotBeUndoneIsToldAndTriedAgain() throws Exception {
    try (RunDirectory run = RunDirectory.create(root)) {
      run.journal()
          .plan(
              new Undo.RelayRestore(
                  "/lab.yaml", "tor1", "tor1", "swp1", RelayState.OFF, "", List.of(), ""));
    }
    SweepReport report = sweep();
    assertThat(report.complete()).isFalse();
    assertThat(report.line()).contains("still to do: reflective relay off on port swp1");
    assertThat(RunDirectory.list(root)).hasSize(1);
    List<Undo> restored = new ArrayList<>();
    assertThat(new Sweep(root, restored::add).sweep().complete()).isTrue();
    assertThat(restored).hasSize(1);
    assertThat(RunDirectory.list(root)).isEmpty();
  }

  @Test
  void twoSweepsAtOnceShareTheWork() throws Exception {
    List<String> names = new ArrayList<>();
    for (int each = 0; each < 6; each++) {
      try (RunDirectory run = RunDirectory.create(root)) {
        names.add(namespaceOf(run));
      }
    }
    ExecutorService pool = Executors.newFixedThreadPool(3);
    try {
      Callable<SweepReport> sweep = this::sweep;
      int runs = 0;
      for (Future<SweepReport> future : pool.invokeAll(List.of(sweep, sweep, sweep))) {
        assertThat(future.get().complete()).isTrue();
        runs += future.get().runs().size();
      }
      assertThat(runs).isEqualTo(6);
    } finally {
      pool.shutdownNow();
    }
    assertThat(names).noneMatch(SweepTest::exists);
    assertThat(root.runs()).isEmptyDirectory();
  }
}
