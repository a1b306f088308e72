package dev.hairpin.verdict;

/**
 * Frames that a capture or a queue lost while a probe was under way.
 *
 * @param where the capture point's or the queue's name
 * @param frames 0 up
 */
public record Drop(String where, long frames) {
  /**
   * Checks the number.
   *
   * @throws IllegalArgumentException when it is negative
   */
  public Drop {
    if (frames < 0) {
      throw new IllegalArgumentException(where + " cannot have dropped " + frames + " frames");
    }
  }
}
