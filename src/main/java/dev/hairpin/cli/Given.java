package dev.hairpin.cli;

import dev.hairpin.run.UsageException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Folders and files of finished runs, as they are named on the command line. */
final class Given {
  private Given() {}

  /** One that has to be there. */
  static Path run(Path named) throws UsageException {
    if (named.toString().isBlank() || !Files.exists(named)) {
      throw new UsageException(
          "there is no such file or folder: '%s'. Next: give the folder of a finished run, such as reports/latest"
              .formatted(named));
    }
    return named;
  }

  /** Each of many. */
  static List<Path> runs(List<Path> named) throws UsageException {
    for (Path each : named) {
      run(each);
    }
    return named;
  }

  /** The last run where none is named. */
  static Path orLatest(@Nullable Path named) throws UsageException {
    if (named != null) {
      return run(named);
    }
    Path latest = Home.reports().resolve("latest");
    if (!Files.exists(latest)) {
      throw new UsageException(
          "there is no run at %s yet. Next: 'hairpin run' makes one, or give a run's folder"
              .formatted(latest));
    }
    return latest;
  }
}
