package dev.hairpin.history;

import dev.hairpin.report.Totals;
import java.time.Instant;

/**
 * A run as the history knows it.
 *
 * @param totals of the results that were asked for: of all, or of one check
 * @param folder where its report was written
 */
public record RecordedRun(
    String id,
    Instant started,
    Instant finished,
    String lab,
    String version,
    String kernel,
    String accelerator,
    int exit,
    String folder,
    Totals totals) {}
