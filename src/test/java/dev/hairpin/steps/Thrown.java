package dev.hairpin.steps;

/** What steps throw to end a scenario, for tests of those who catch it. */
public final class Thrown {
  private Thrown() {}

  /** The end of a check that failed. */
  public static Throwable failed(String reason) {
    return new CheckFailedError(reason);
  }
}
