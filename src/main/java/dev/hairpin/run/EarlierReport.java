package dev.hairpin.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What an earlier run wrote into a folder that is used again; only what its own checksums list is
 * touched.
 */
final class EarlierReport {
  private static final String SUMS = "SHA256SUMS";

  private EarlierReport() {}

  static void remove(Path folder) throws IOException {
    Path sums = folder.resolve(SUMS);
    if (!Files.isRegularFile(sums) || !Files.isRegularFile(folder.resolve("results.json"))) {
      return;
    }
    List<Path> files =
        Files.readAllLines(sums).stream()
            .filter(line -> line.length() > 66)
            .map(line -> folder.resolve(line.substring(66)).normalize())
            .filter(file -> file.startsWith(folder))
            .toList();
    for (Path file : files) {
      Files.deleteIfExists(file);
    }
    Files.delete(sums);
  }
}
