package dev.hairpin.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the program's own files lie: beside the launcher, or else in the current folder. */
final class Home {
  private Home() {}

  private static Path folder(String name) {
    Path beside = Path.of(System.getProperty("hairpin.home", ".")).resolve(name);
    return Files.isDirectory(beside) ? beside.toAbsolutePath().normalize() : Path.of(name);
  }

  /** The shipped scenarios. */
  static Path features() {
    return folder("features");
  }

  /** Where runs are written. */
  static Path reports() {
    return folder("reports");
  }
}
