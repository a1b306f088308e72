package dev.hairpin.bench;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * {@code bench.json}, field by field.
 *
 * @param format always {@value #FORMAT}
 * @param version the program's
 * @param machine what it was measured on, such as {@code kernel} to {@code 6.1.0}
 * @param absent the peers that are not installed here; none where no peers were asked for
 */
public record BenchReport(
    String format,
    String version,
    Instant started,
    Map<String, String> machine,
    List<Figure> figures,
    List<String> absent) {
  /** The name and version of this format. */
  public static final String FORMAT = "hairpin-bench/1";

  /** The file's name in the folder. */
  public static final String NAME = "bench.json";

  /** Whether everything that was asked for was measured. */
  public boolean complete() {
    return figures.stream().allMatch(each -> each.value().isPresent());
  }
}
