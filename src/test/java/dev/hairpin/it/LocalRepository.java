package dev.hairpin.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A Maven repository of a test's own: all of the build's, by links, and this program's artifact as
 * {@code mvn install} puts it there. The build's own stays as it is.
 */
final class LocalRepository {
  private static final Path ARTIFACT = Path.of("dev", "hairpin", "hairpin");

  private LocalRepository() {}

  /** Makes one in an empty folder. */
  static void make(Path folder) throws IOException {
    Path shared =
        Path.of(
            System.getProperty(
                "localRepository", System.getProperty("user.home") + "/.m2/repository"));
    try (Stream<Path> all = Files.walk(shared)) {
      for (Path each : (Iterable<Path>) all::iterator) {
        Path relative = shared.relativize(each);
        if (relative.startsWith(ARTIFACT) || relative.toString().isEmpty()) {
          continue;
        }
        if (Files.isDirectory(each)) {
          Files.createDirectories(folder.resolve(relative));
        } else {
          Files.createSymbolicLink(folder.resolve(relative), each);
        }
      }
    }
    Path own = Files.createDirectories(folder.resolve(ARTIFACT).resolve("0.1.0"));
    Files.copy(Path.of("target", "hairpin.jar"), own.resolve("hairpin-0.1.0.jar"));
    Files.copy(Path.of("pom.xml"), own.resolve("hairpin-0.1.0.pom"));
  }

  /** Takes it away, the links and not what they lead to. */
  static void remove(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }
}
