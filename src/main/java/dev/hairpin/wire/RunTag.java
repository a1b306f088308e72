package dev.hairpin.wire;

import java.util.concurrent.ThreadLocalRandom;

/**
 * Tells the frames of one run from those of every other: 32 bits, drawn at random.
 *
 * @param value the bits
 */
public record RunTag(int value) {
  /** Draws a new tag. */
  public static RunTag random() {
    return new RunTag(ThreadLocalRandom.current().nextInt());
  }

  /** Eight lower-case hexadecimal digits. */
  @Override
  public String toString() {
    return String.format("%08x", value);
  }
}
