package dev.hairpin.steps;

/** A claim could not be decided; why is in the check's record. */
final class CheckUndecidedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CheckUndecidedException(String reason) {
    super(reason);
  }
}
