package dev.hairpin.lab;

import java.util.List;

/**
 * What undoing came to.
 *
 * @param runId whose journal it was
 * @param done what was undone, or had gone already, in that order
 * @param failures what is still to be undone, each with the reason
 * @param damage one sentence for each line of the journal that could not be read
 * @param lost whether the journal may tell of changes that could not be read; it is kept
 * @param torn whether the journal ended in the middle of a line
 */
public record UndoReport(
    String runId,
    List<Undo> done,
    List<Failure> failures,
    List<String> damage,
    boolean lost,
    boolean torn) {
  /** One change that could not be undone. */
  public record Failure(Undo undo, Exception reason) {
    @Override
    public String toString() {
      return "%s: %s".formatted(undo, reason.getMessage());
    }
  }

  /** Whether nothing that could be read is left to undo. */
  public boolean complete() {
    return failures.isEmpty();
  }
}
