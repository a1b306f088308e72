package dev.hairpin.cli;

import dev.hairpin.run.UsageException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Parameters;

/** The folder of the run that a command is about. */
final class FinishedRun {
  @Parameters(
      arity = "0..1",
      paramLabel = "DIR",
      description = "The run's folder. Default: reports/latest.")
  private @Nullable Path folder;

  Path folder() throws UsageException {
    return Given.orLatest(folder);
  }
}
