package dev.hairpin.cli;

import dev.hairpin.history.Selection;
import dev.hairpin.run.UsageException;

/** {@code --last}, for the commands that have it. */
final class LastRuns {
  private LastRuns() {}

  static Selection of(int last) throws UsageException {
    if (last < 1) {
      throw new UsageException(
          "--last takes 1 or more, not %d. Next: leave it out, or say how many runs"
              .formatted(last));
    }
    return Selection.last(last);
  }
}
