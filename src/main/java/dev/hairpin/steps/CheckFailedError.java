package dev.hairpin.steps;

/** A claim does not hold; the verdict is in the check's record. */
final class CheckFailedError extends AssertionError {
  private static final long serialVersionUID = 1L;

  CheckFailedError(String reason) {
    super(reason);
  }
}
