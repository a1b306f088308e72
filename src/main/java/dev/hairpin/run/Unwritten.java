package dev.hairpin.run;

import dev.hairpin.report.ExitStatus;
import dev.hairpin.report.IncompleteReportException;
import dev.hairpin.verdict.Verdict;
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

  /**
   * The verdict on a check whose evidence could not be written. A failure was seen all the same;
   * but nobody is to rely on a 'passed', or on a failure being the waived one, that nothing shows.
   */
  static Verdict without(Verdict seen, IOException failed) {
    return switch (seen.outcome()) {
      case PASSED, WAIVED ->
          Verdict.inconclusive(
              "What was seen is '%s', but nothing is left to prove it: %s."
                  .formatted(seen.outcome().id(), reason(failed)));
      default -> seen;
    };
  }

  private static String reason(IOException cause) {
    Throwable root = cause.getSuppressed().length > 0 ? cause.getSuppressed()[0] : cause;
    return root.getMessage() == null ? root.toString() : root.getMessage();
  }
}
