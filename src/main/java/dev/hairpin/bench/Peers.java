package dev.hairpin.bench;

import dev.hairpin.linux.LocalShell;
import dev.hairpin.linux.NetNamespace;
import dev.hairpin.linux.Programs;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** The other programs that are installed here, looked for as they are needed. */
final class Peers {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final boolean wanted;
  private final TreeSet<String> absent = new TreeSet<>();

  Peers(boolean wanted) {
    this.wanted = wanted;
  }

  /** Work of a peer. */
  @FunctionalInterface
  interface Work {
    Beside measure(Peer peer) throws Exception;
  }

  /**
   * Measures a peer, where peers are wanted and it is there.
   *
   * @param versionOption makes it say its version
   */
  List<PeerFigure> measure(String name, String program, String versionOption, Work work)
      throws Exception {
    if (!wanted) {
      return List.of();
    }
    Optional<Path> path = Programs.find(program);
    if (path.isEmpty()) {
      absent.add(program);
      return List.of();
    }
    Peer peer = new Peer(name, path.get(), version(path.get(), versionOption));
    return List.of(PeerFigure.of(peer, work.measure(peer)));
  }

  /** Whether a program that a peer needs beside is there, where peers are wanted. */
  boolean there(String program) {
    boolean there = Programs.find(program).isPresent();
    if (wanted && !there) {
      absent.add(program);
    }
    return there;
  }

  /**
   * Measures a peer that is a module of Python.
   *
   * @param module its name, which Debian's package has too
   */
  List<PeerFigure> measureModule(String name, String module, Work work) throws Exception {
    if (!wanted) {
      return List.of();
    }
    Optional<Peer> peer = PythonModules.find(name, module);
    if (peer.isEmpty()) {
      absent.add("python3-" + module);
      return List.of();
    }
    return List.of(PeerFigure.of(peer.get(), work.measure(peer.get())));
  }

  /** Those that were looked for and aren't there. */
  List<String> absent() {
    return new ArrayList<>(absent);
  }

  /** The first line of what it says of itself. */
  private static String version(Path program, String option) throws IOException {
    try (LocalShell shell = LocalShell.open(NetNamespace.CURRENT, "bench")) {
      return shell
          .run("%s %s </dev/null 2>&1".formatted(program, option), PATIENCE)
          .output()
          .lines()
          .findFirst()
          .orElse("")
          .strip();
    }
  }
}
