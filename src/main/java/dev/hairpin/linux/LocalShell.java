package dev.hairpin.linux;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * One {@code /bin/sh} on this machine, optionally inside a namespace ({@code ip netns exec}, so
 * that {@code /sys} too shows that namespace). Its commands see {@code HAIRPIN_RUN} and {@code
 * LC_ALL=C}. A command that is late is killed with all its descendants.
 */
public final class LocalShell implements Shell {
  private final Process process;
  private final MarkerShell shell;

  private LocalShell(NetNamespace namespace, Process process) {
    this.process = process;
    this.shell =
        new MarkerShell(
            "the shell in " + namespace.described(),
            process.getInputStream(),
            process.getOutputStream(),
            MarkerShell.PLAIN,
            this::killCommand);
  }

  /**
   * Starts one.
   *
   * @param runId the value of {@code HAIRPIN_RUN}
   * @throws IOException when the namespace can't be entered
   */
  public static LocalShell open(NetNamespace namespace, String runId) throws IOException {
    if (!namespace.exists()) {
      namespace.inode(); // says what is missing
    }
    // A session of its own: Ctrl-C must not end the shell that everything is put back with.
    List<String> command = new ArrayList<>(List.of("setsid"));
    command.addAll(List.of(namespace.prefix()));
    command.add("/bin/sh");
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.directory(Path.of("/").toFile());
    builder.environment().putAll(Children.environment(runId));
    return new LocalShell(namespace, builder.start());
  }

  @Override
  public ShellResult run(String command, Duration deadline) throws IOException {
    return shell.run(command, deadline);
  }

  /** By way of the shell's root directory, for its {@code /sys} is another namespace's. */
  @Override
  public Optional<Path> seenAt(String path) {
    return Optional.of(Path.of("/proc/" + process.pid() + "/root" + path));
  }

  private void killCommand() {
    process.descendants().sorted(Comparator.reverseOrder()).forEach(ProcessHandle::destroyForcibly);
  }

  /** Ends the shell and whatever it still runs. */
  @Override
  public void close() {
    shell.close();
    killCommand();
    try {
      if (!process.waitFor(1, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
