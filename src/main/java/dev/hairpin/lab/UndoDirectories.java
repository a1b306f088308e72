package dev.hairpin.lab;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Deletes directories below the program's own places; follows no symbolic link. */
final class UndoDirectories {
  private UndoDirectories() {}

  /** Deletes one; one that is gone is fine. */
  static void delete(StateRoot root, Path directory) throws IOException {
    Path path = directory.toAbsolutePath().normalize();
    if (places(root).stream().noneMatch(place -> path.startsWith(place) && !path.equals(place))) {
      throw new IOException(
          "%s isn't below one of the program's own directories %s".formatted(path, places(root)));
    }
    if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
      deleteTree(path);
    }
  }

  /** Deletes what a directory holds, but for one name in it. */
  static void deleteBelow(Path directory, String spared) throws IOException {
    List<Path> paths;
    try (Stream<Path> inside = Files.list(directory)) {
      paths = inside.filter(path -> !path.getFileName().toString().equals(spared)).toList();
    }
    for (Path path : paths) {
      deleteTree(path);
    }
  }

  private static List<Path> places(StateRoot root) {
    return List.of(
        root.path().normalize(),
        Path.of(Optional.ofNullable(System.getenv("HAIRPIN_CACHE")).orElse("/var/cache/hairpin")),
        Path.of(System.getProperty("java.io.tmpdir"), "hairpin"));
  }

  private static void deleteTree(Path path) throws IOException {
    Files.walkFileTree(
        path,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failure)
              throws IOException {
            if (failure instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE;
            }
            throw failure;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
              throws IOException {
            Files.deleteIfExists(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
