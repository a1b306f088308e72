package dev.hairpin.lab;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds and ends processes that a run left. */
final class UndoProcesses {
  private static final Path PROC = Path.of("/proc");
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private UndoProcesses() {}

  /** Where process ids come from. */
  @FunctionalInterface
  interface Source {
    Set<Long> pids() throws IOException;
  }

  /** The processes with the run's id in their environment; never this one. */
  static Set<Long> ofRun(String runId) throws IOException {
    String wanted = "HAIRPIN_RUN=" + runId;
    return matching(
        process ->
            Arrays.asList(
                    Files.readString(process.resolve("environ"), StandardCharsets.ISO_8859_1)
                        .split("\0"))
                .contains(wanted));
  }

  /** The processes in a network namespace; never this one. */
  static Set<Long> inNamespace(long inode) throws IOException {
    return matching(process -> inode == UndoNamespaces.inode(process.resolve("ns/net")));
  }

  /** Kills them, and those they make meanwhile, and waits for their end. */
  static void killAll(Source source) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    Set<Long> left = source.pids();
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

  @FunctionalInterface
  private interface Trait {
    boolean has(Path process) throws IOException;
  }

  private static Set<Long> matching(Trait trait) throws IOException {
    Set<Long> pids = new TreeSet<>();
    try (Stream<Path> processes = Files.list(PROC)) {
      for (Path process : (Iterable<Path>) processes::iterator) {
        String name = process.getFileName().toString();
        if (name.matches("[0-9]+")
            && Long.parseLong(name) != ProcessHandle.current().pid()
            && has(trait, process)) {
          pids.add(Long.parseLong(name));
        }
      }
    }
    return pids;
  }

  /** A process that ends meanwhile, or is dead and not yet waited for, has no trait any more. */
  private static boolean has(Trait trait, Path process) {
    try {
      return trait.has(process);
    } catch (IOException gone) {
      return false;
    }
  }
}
