package dev.hairpin.bench;

import dev.hairpin.report.Totals;
import dev.hairpin.run.Interruption;
import dev.hairpin.run.LabChoice;
import dev.hairpin.run.Progress;
import dev.hairpin.run.Run;
import dev.hairpin.run.RunOptions;
import java.util.List;
import java.util.Optional;

/** How long a whole run without guests takes. */
final class RunFigure {
  private static final String TAGS = "not @guest and not @load";

  private RunFigure() {}

  static Figure measure(BenchOptions options, Progress progress, Interruption interruption)
      throws Exception {
    long start = System.nanoTime();
    Run.Finished finished =
        Run.of(
            new RunOptions(
                LabChoice.EMBEDDED,
                Optional.empty(),
                1,
                Optional.of(TAGS),
                options.features(),
                Optional.of(options.out().resolve("run")),
                options.out(),
                false,
                options.version()),
            progress,
            interruption);
    double seconds = (System.nanoTime() - start) / 1e9;
    if (interruption.requested()) {
      throw new InterruptedException("the bench was interrupted");
    }
    Totals totals = finished.results().totals();
    return Figure.of(
        Measure.RUN,
        seconds,
        1,
        List.of(),
        "--tags '%s' in the embedded lab: %d checks, %d passed, %d waived"
            .formatted(TAGS, finished.results().checks().size(), totals.passed(), totals.waived()));
  }
}
