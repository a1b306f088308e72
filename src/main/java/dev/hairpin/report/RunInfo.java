package dev.hairpin.report;

import java.time.Duration;
import java.time.Instant;

/**
 * When and by what a run was made.
 *
 * @param id such as {@code 20261122-091522-7f3a}
 * @param version the program's
 * @param exit the exit status, as {@link ExitStatus#of} gives it
 */
public record RunInfo(String id, Instant started, Instant finished, String version, int exit) {
  /** Wall time from start to finish. */
  Duration took() {
    return Duration.between(started, finished);
  }
}
