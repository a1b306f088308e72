package dev.hairpin.embedded;

import dev.hairpin.lab.RunDirectory;
import dev.hairpin.lab.StateRoot;
import java.nio.file.Files;
import java.nio.file.Path;

/** Measures how long a lab takes to come up and go down; run by name, no test. */
final class UpDownTimes {
  private UpDownTimes() {}

  public static void main(String[] arguments) throws Exception {
    StateRoot root = new StateRoot(Path.of(arguments[0]));
    for (int round = 0; round < 10; round++) {
      long start = System.nanoTime();
      try (RunDirectory run = RunDirectory.create(root)) {
        long made = System.nanoTime();
        EmbeddedLab lab = EmbeddedLab.up(run, EmbeddedOptions.DEFAULT);
        long up = System.nanoTime();
        lab.down();
        long down = System.nanoTime();
        System.out.printf(
            "run directory %.1f ms, up %.1f ms, down %.1f ms%n",
            (made - start) / 1e6, (up - made) / 1e6, (down - up) / 1e6);
      }
    }
    System.out.println(Files.exists(root.runs()));
  }
}
