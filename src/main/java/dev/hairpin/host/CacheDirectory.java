package dev.hairpin.host;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.stream.Stream;

/**
 * Directories that are made once and kept. Each is made beside and renamed into place whole, so
 * that two programs may do it at once, and one that is killed leaves nothing half done.
 */
final class CacheDirectory {
  private static final String UNFINISHED = "unfinished-";

  private final Path root;

  CacheDirectory(Path root) {
    this.root = root;
  }

  /** Fills a new directory. */
  @FunctionalInterface
  interface Maker {
    void fill(Path fresh) throws IOException;
  }

  /** The finished entries. */
  Stream<Path> list() throws IOException {
    Files.createDirectories(root);
    return Files.list(root)
        .filter(each -> !each.getFileName().toString().startsWith(UNFINISHED))
        .filter(Files::isDirectory);
  }

  /** The entry of a name; made when it isn't there yet. */
  Path add(String name, Maker maker) throws IOException {
    Path entry = root.resolve(name);
    if (Files.isDirectory(entry)) {
      return entry;
    }
    Files.createDirectories(root);
    sweep();
    Path fresh = Files.createTempDirectory(root, UNFINISHED + ProcessHandle.current().pid() + "-");
    try {
      maker.fill(fresh);
      Files.move(fresh, entry, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException | RuntimeException failed) {
      delete(fresh);
      if (!Files.isDirectory(entry)) { // else another program was first
        throw failed;
      }
    }
    return entry;
  }

  /** Deletes what programs that are dead now left unfinished. */
  private void sweep() throws IOException {
    try (Stream<Path> entries = Files.list(root)) {
      for (Path each : (Iterable<Path>) entries::iterator) {
        String[] words = each.getFileName().toString().split("-");
        if (words[0].equals("unfinished") && !Files.exists(Path.of("/proc", words[1]))) {
          delete(each);
        }
      }
    }
  }

  private static void delete(Path directory) throws IOException {
    Files.walkFileTree(
        directory,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(
              Path visited, @org.jspecify.annotations.Nullable IOException failed)
              throws IOException {
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
