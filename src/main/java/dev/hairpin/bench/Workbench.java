package dev.hairpin.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A folder for the small programs that this one brings for its peers; closing clears it away. */
final class Workbench implements AutoCloseable {
  private final Path folder;

  private Workbench(Path folder) {
    this.folder = folder;
  }

  static Workbench make() throws IOException {
    return new Workbench(Files.createTempDirectory("hairpin-bench"));
  }

  /** A file of this name there. */
  Path file(String name) {
    return folder.resolve(name);
  }

  /** Puts one of the program's own resources there. */
  Path take(String name) throws IOException {
    try (InputStream text = Workbench.class.getResourceAsStream(name)) {
      if (text == null) {
        throw new IOException("the program's own resource " + name + " is missing");
      }
      Files.copy(text, file(name));
      return file(name);
    }
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }
}
