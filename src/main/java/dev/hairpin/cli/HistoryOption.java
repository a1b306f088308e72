package dev.hairpin.cli;

import dev.hairpin.history.History;
import dev.hairpin.history.HistoryException;
import dev.hairpin.history.HistoryPlace;
import dev.hairpin.lab.StateRoot;
import dev.hairpin.run.UsageException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --history}, for the commands that have it. */
final class HistoryOption {
  @Option(
      names = "--history",
      paramLabel = "PLACE",
      description =
          "Where the history of runs is kept: a file's path, postgresql://HOST/DATABASE, or none."
              + " Default: HAIRPIN_HISTORY, or the file history.mv.db in the state directory.")
  private @Nullable String place;

  /** The place; empty for {@code none}. */
  Optional<HistoryPlace> place() throws UsageException {
    try {
      return HistoryPlace.of(
          Optional.ofNullable(place), System.getenv(), StateRoot.ofEnvironment().path());
    } catch (IllegalArgumentException wrong) {
      throw new UsageException(String.valueOf(wrong.getMessage()));
    }
  }

  /** The place, which has to hold something. */
  HistoryPlace filled() throws UsageException {
    HistoryPlace named =
        place().orElseThrow(() -> new UsageException("this command needs a history, not 'none'"));
    if (!named.there()) {
      throw new UsageException(
          "there is no history at %s. Next: 'hairpin run' begins one, and 'hairpin report record DIR…' puts finished runs into it"
              .formatted(named.shown()));
    }
    return named;
  }

  /** Opens the history. */
  History open() throws UsageException, HistoryException {
    return History.open(filled());
  }
}
