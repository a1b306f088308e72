package dev.hairpin.run;

import dev.hairpin.report.ExitStatus;
import dev.hairpin.report.IncompleteReportException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What of a report could not be written: without its evidence, nothing is proven. Many threads may
 * add to it.
 */
final class Unwritten {
  private int files;
  private @Nullable IOException first;

  synchronized void add(IOException failed) {
    files += failed instanceof IncompleteReportException several ? several.missing().size() : 1;
    if (first == null) {
      first = failed;
    }
  }

  /** What is missing, the first cause and the next step; empty when all is there. */
  synchronized Optional<String> sentence(Path folder) {
    return Optional.ofNullable(first)
        .map(
            cause ->
                "the report in %s lacks %d of its files: %s. Next: make room there, or give another folder to --out, and run again"
                    .formatted(folder, files, reason(cause)));
  }

  /** The run's exit status: never 'passed' when its report is not whole. */
  synchronized int exit(int otherwise) {
    return first != null && otherwise == ExitStatus.GOOD ? ExitStatus.INCONCLUSIVE : otherwise;
  }

  private static String reason(IOException cause) {
    Throwable root = cause.getSuppressed().length > 0 ? cause.getSuppressed()[0] : cause;
    return root.getMessage() == null ? root.toString() : root.getMessage();
  }
}
