package dev.hairpin.switches;

import java.time.Duration;

/**
 * What the switch said of a port after reflective relay was set there.
 *
 * @param wanted what it was set to
 * @param found what it then reads as
 * @param sentNanos {@link System#nanoTime} just before the first command or SET was sent
 * @param answeredNanos the same, when the last of them had been answered
 * @param readNanos the same, when the state had been read back
 */
public record Readback(
    String port,
    RelayState wanted,
    RelayState found,
    long sentNanos,
    long answeredNanos,
    long readNanos) {
  /** Whether the switch says what was wanted; else config-not-applied. */
  public boolean agrees() {
    return wanted == found;
  }

  /** From the first command until the last one was answered. */
  public Duration setting() {
    return Duration.ofNanos(answeredNanos - sentNanos);
  }
}
