package dev.hairpin.lab;

import dev.hairpin.linux.NetNamespace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Named network namespaces, as iproute2 keeps them: files under {@code /run/netns}. */
final class UndoNamespaces {
  /** What the names of the program's own namespaces begin with. */
  static final String PREFIX = "hp-";

  private static final Path PLACE = Path.of("/run/netns");
  private static final Path OWN = Path.of("/proc/self/ns/net");

  private UndoNamespaces() {}

  static boolean exists(String name) {
    return Files.exists(PLACE.resolve(name));
  }

  /** The inode that tells one namespace from another while it lives. */
  static long inode(NetNamespace where) throws IOException {
    return inode(where.name().map(PLACE::resolve).orElse(OWN));
  }

  static long inode(Path file) throws IOException {
    return (Long) Files.getAttribute(file, "unix:ino");
  }

  /** The program's own kind of namespaces that are there. */
  static List<String> ours() throws IOException {
    if (!Files.isDirectory(PLACE)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(PLACE)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith(PREFIX))
          .sorted()
          .toList();
    }
  }

  /** The name of the namespace with this inode. */
  static Optional<String> named(long inode) throws IOException {
    if (!Files.isDirectory(PLACE)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(PLACE)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        try {
          if (inode(file) == inode) {
            return Optional.of(file.getFileName().toString());
          }
        } catch (NoSuchFileException gone) {
          // Deleted meanwhile.
        }
      }
      return Optional.empty();
    }
  }

  /** Kills the processes in it, and only those, and deletes it; one that is gone is fine. */
  static void delete(String name) throws IOException, InterruptedException {
    if (!name.startsWith(PREFIX)) {
      throw new IOException(
          "namespace %s isn't the program's: its name doesn't begin with '%s'"
              .formatted(name, PREFIX));
    }
    if (!exists(name)) {
      return;
    }
    long inode = inode(PLACE.resolve(name));
    // A file whose mount is missing, left by a crash, stands for no namespace.
    if (inode != inode(OWN) && inode != inode(Path.of("/proc/1/ns/net"))) {
      UndoProcesses.killAll(() -> UndoProcesses.inNamespace(inode));
    }
    UndoCommand.Result result = UndoCommand.run("ip", "netns", "delete", name);
    if (!result.ok() && exists(name)) {
      throw new IOException(result.output());
    }
  }
}
