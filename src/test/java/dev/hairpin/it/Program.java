package dev.hairpin.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** One run of the program, seen from outside. */
final class Program {
  private static final int PATIENCE_SECONDS = 90;

  private final Process process;
  private final Path stdout;
  private final Path stderr;
  private final Path state;
  private String runId = "";

  Program(Process process, Path stdout, Path stderr, Path state) {
    this.process = process;
    this.stdout = stdout;
    this.stderr = stderr;
    this.state = state;
  }

  long pid() {
    return process.pid();
  }

  boolean running() {
    return process.isAlive();
  }

  /** Waits until a condition holds, while the program runs. */
  void until(String what, BooleanSupplier condition) throws Exception {
    FaultsHarness.until(what, () -> condition.getAsBoolean() || !process.isAlive());
    if (!process.isAlive() && !condition.getAsBoolean()) {
      throw new AssertionError(
          "the program ended with %d before %s; it said: %s%s"
              .formatted(process.exitValue(), what, stdout(), stderr()));
    }
  }

  /** The run's id, once it has a directory. */
  String runId() {
    if (runId.isEmpty()) {
      try (Stream<Path> runs = Files.list(state.resolve("runs"))) {
        runId = runs.map(each -> each.getFileName().toString()).findFirst().orElse("");
      } catch (IOException notYet) {
        runId = "";
      }
    }
    return runId;
  }

  /** What stands in the run's undo journal. */
  String journal() {
    try {
      return Files.readString(state.resolve("runs").resolve(runId()).resolve("journal"));
    } catch (IOException notYet) {
      return "";
    }
  }

  /** Waits until the run has planned a change of this kind. */
  void untilJournalHas(String kind) throws Exception {
    until("the journal has " + kind, () -> journal().contains(kind));
  }

  /** Sends a signal to the program alone. */
  void signal(String name) throws Exception {
    FaultsHarness.sh("kill -%s %d".formatted(name, pid()));
  }

  /**
   * Stops it (SIGSTOP) while it doesn't hold the lock of the state directory: it does for a moment
   * now and then, and whoever is stopped with it stops all others too.
   */
  void stopOutsideTheStateLock() throws Exception {
    stop();
    while (stateIsLocked()) {
      signal("CONT");
      stop();
    }
  }

  private void stop() throws Exception {
    signal("STOP");
    until("all its threads have stopped", this::stopped);
  }

  private boolean stopped() {
    try (Stream<Path> threads = Files.list(Path.of("/proc", String.valueOf(pid()), "task"))) {
      for (Path each : (Iterable<Path>) threads::iterator) {
        // proc(5): the state follows the command's name, which stands in brackets.
        String stat = Files.readString(each.resolve("stat"));
        if (!stat.substring(stat.lastIndexOf(')')).startsWith(") T")) {
          return false;
        }
      }
      return true;
    } catch (IOException changing) {
      return false;
    }
  }

  private boolean stateIsLocked() throws IOException {
    try (FileChannel lock = FileChannel.open(state.resolve("lock"), StandardOpenOption.WRITE)) {
      return lock.tryLock() == null;
    }
  }

  /** Sends a signal to its whole process group, as a terminal does at Ctrl-C. */
  void signalGroup(String name) throws Exception {
    FaultsHarness.sh("kill -s %s -- -%d".formatted(name, pid()));
  }

  /** Waits for the end. */
  int exit() throws Exception {
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError(
          "the program did not end within %d s; it said: %s%s"
              .formatted(PATIENCE_SECONDS, stdout(), stderr()));
    }
    return process.exitValue();
  }

  String stdout() throws IOException {
    return Files.readString(stdout);
  }

  String stderr() throws IOException {
    return Files.readString(stderr);
  }

  /** The exit status, with what was said where it is another one. */
  Program exits(int status) throws Exception {
    int exit = exit();
    assertThat(exit).as("exit status; it said: %s%s", stdout(), stderr()).isEqualTo(status);
    return this;
  }

  /** One message on standard error, of one line, that says all this; beside that a run begins. */
  Program saysOnce(String... parts) throws IOException {
    List<String> messages =
        stderr().lines().filter(each -> !each.startsWith("hairpin: run ")).toList();
    assertThat(messages).as("messages on standard error").hasSize(1);
    assertThat(messages.get(0)).startsWith("hairpin: ").contains(parts);
    return this;
  }
}
