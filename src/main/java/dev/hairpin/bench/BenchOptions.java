package dev.hairpin.bench;

import java.nio.file.Path;
import java.util.Set;

/**
 * What a bench was asked for.
 *
 * @param measures what to measure
 * @param peers whether the same work is measured with other programs too
 * @param out the folder for {@code bench.json}
 * @param features the scenarios of the whole run
 * @param version the program's
 */
public record BenchOptions(
    Set<Measure> measures, boolean peers, Path out, Path features, String version) {
  /** Keeps a copy of the set. */
  public BenchOptions {
    measures = Set.copyOf(measures);
  }
}
