package dev.hairpin.lab;

import dev.hairpin.switches.RelayState;

/**
 * What a check takes a port's reflective relay for.
 *
 * @param state what the switch said
 * @param set whether the check had set it so; else it was found so
 * @param sinceNanos when the switch said it, by {@link System#nanoTime}
 */
public record RelayBasis(RelayState state, boolean set, long sinceNanos) {
  /** What has just been set. */
  public static RelayBasis set(RelayState state) {
    return new RelayBasis(state, true, System.nanoTime());
  }

  /** What has just been read as it was found. */
  public static RelayBasis found(RelayState state) {
    return new RelayBasis(state, false, System.nanoTime());
  }
}
