package dev.hairpin.lab;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * How long a port that somebody else uses is waited for.
 *
 * @param patience zero to be refused at once
 * @param told is told once when the waiting begins: for what, for whom and how long
 * @param givenUp whether the user has given up meanwhile
 */
public record Waiting(Duration patience, Consumer<String> told, BooleanSupplier givenUp) {
  /** Refused at once. */
  public static final Waiting NONE = new Waiting(Duration.ZERO, said -> {}, () -> false);

  private static final Duration USUAL = Duration.ofSeconds(10);

  /** Ten seconds: enough for a command by hand to end, and not for a run. */
  public static Waiting usual(Consumer<String> told, BooleanSupplier givenUp) {
    return new Waiting(USUAL, told, givenUp);
  }
}
