package dev.hairpin.cli;

import dev.hairpin.history.History;
import dev.hairpin.history.HistoryPlace;
import dev.hairpin.report.ExitStatus;
import dev.hairpin.report.Results;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Puts a run that has just ended into the history, after its verdicts were shown. Whatever goes
 * wrong here changes no outcome. A run that was interrupted tells nothing of its checks and is left
 * out.
 */
final class Remembering {
  private Remembering() {}

  /** Gives a warning where it could not be done. */
  static Optional<String> of(HistoryPlace place, Results results, Path folder) {
    if (results.run().exit() == ExitStatus.INTERRUPTED) {
      return Optional.empty();
    }
    try (History history = History.open(place)) {
      history.record(results, folder);
      return Optional.empty();
    } catch (IOException | RuntimeException | LinkageError failed) {
      return Optional.of("the run is not in the history: " + failed.getMessage());
    }
  }
}
