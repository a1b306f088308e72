package dev.hairpin.lab;

import dev.hairpin.linux.NetNamespace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Finds and ends processes that a run left. */
final class UndoProcesses {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private UndoProcesses() {}

  /** Where process ids come from. */
  @FunctionalInterface
  interface Source {
    Collection<Long> pids() throws IOException;
  }

  /**
   * The processes in a network namespace; none for the one that this program is in, and never this
   * program.
   *
   * @param inode of nsfs, see {@link NetNamespace#inode}
   */
  static List<Long> inNamespace(long inode) throws IOException {
    if (inode == NetNamespace.CURRENT.inode()) {
      return List.of();
    }
    try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
      return processes
          .filter(process -> process.getFileName().toString().matches("[0-9]+"))
          .filter(process -> inode == namespaceOf(process))
          .map(process -> Long.parseLong(process.getFileName().toString()))
          .filter(pid -> pid != ProcessHandle.current().pid())
          .toList();
    }
  }

  /** A process that ends meanwhile, or is dead and not yet waited for, is in none. */
  private static long namespaceOf(Path process) {
    try {
      return (Long) Files.getAttribute(process.resolve("ns/net"), "unix:ino");
    } catch (IOException gone) {
      return 0;
    }
  }

  /** Kills them, and those they make meanwhile, and waits for their end. */
  static void killAll(Source source) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    Collection<Long> left = source.pids();
    while (!left.isEmpty()) {
      if (System.nanoTime() > deadline) {
        throw new IOException(
            "waited %d s for the end of killed processes %s".formatted(PATIENCE.toSeconds(), left));
      }
      left.forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
      Thread.sleep(2);
      left = source.pids();
    }
  }
}
