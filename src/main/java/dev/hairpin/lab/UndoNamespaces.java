package dev.hairpin.lab;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hairpin.linux.NetNamespace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** The program's own network namespaces, known by how their names begin and by their label. */
final class UndoNamespaces {
  /** What their names begin with. */
  static final String PREFIX = "hp-";

  private static final Duration YOUTH = Duration.ofMinutes(2);
  private static final ObjectMapper JSON = new ObjectMapper();

  private UndoNamespaces() {}

  /** The end of a label: which state directory knows about the namespace. */
  static String place(StateRoot root) {
    return " at " + root.path();
  }

  /** Those that are there, whoever made them. */
  static List<String> present() throws IOException {
    return NetNamespace.names().stream().filter(name -> name.startsWith(PREFIX)).toList();
  }

  /** The name of the namespace with this inode. */
  static Optional<String> named(long inode) throws IOException {
    for (String name : NetNamespace.names()) {
      try {
        if (NetNamespace.named(name).inode() == inode) {
          return Optional.of(name);
        }
      } catch (IOException gone) {
        // Deleted meanwhile.
      }
    }
    return Optional.empty();
  }

  /**
   * Whether this state directory is to answer for a namespace that no run's journal names: its
   * label says so, or it has none, nobody lives in it, and it isn't being made just now by a run
   * with another state directory, which labels it a moment later.
   */
  static boolean abandoned(String name, StateRoot root) throws IOException, InterruptedException {
    String label = label(name);
    if (!label.isEmpty()) {
      return label.endsWith(place(root));
    }
    return !young(name) && UndoProcesses.inNamespace(NetNamespace.named(name).inode()).isEmpty();
  }

  /** Whether the run that it is named after began only minutes ago. */
  private static boolean young(String name) {
    return RunDirectory.begin(name.substring(PREFIX.length()))
        .map(begin -> begin.isAfter(LocalDateTime.now(ZoneId.systemDefault()).minus(YOUTH)))
        .orElse(false);
  }

  private static String label(String name) throws IOException, InterruptedException {
    UndoCommand.Result result =
        UndoCommand.run("ip", "-n", name, "-j", "link", "show", "dev", "lo");
    if (!result.ok()) {
      // A file without its mount, left by a crash.
      return "";
    }
    return JSON.readTree(result.output()).path(0).path("ifalias").asText("");
  }

  /** Kills the processes in it, and only those, and deletes it; one that is gone is fine. */
  static void delete(String name) throws IOException, InterruptedException {
    if (!name.startsWith(PREFIX)) {
      throw new IOException(
          "namespace %s isn't the program's: its name doesn't begin with '%s'"
              .formatted(name, PREFIX));
    }
    NetNamespace namespace = NetNamespace.named(name);
    if (!namespace.exists()) {
      return;
    }
    long inode = namespace.inode();
    // A file whose mount is missing, left by a crash, has an inode that no process is in.
    UndoProcesses.killAll(() -> UndoProcesses.inNamespace(inode));
    UndoCommand.Result result = UndoCommand.run("ip", "netns", "delete", name);
    if (!result.ok() && namespace.exists()) {
      Files.deleteIfExists(Path.of("/run/netns", name));
    }
    if (namespace.exists()) {
      throw result.failure();
    }
  }
}
