package dev.hairpin.steps;

import java.util.Map;

/**
 * What other ports' counters did when frames were sent again, and in a silence of the same length
 * after that: steady traffic of a port's own follows the time that the frames take, and so their
 * number too.
 *
 * @param back how many came back, as the switch counts it: a busy machine captures fewer
 * @param rises by ifIndex
 * @param silent by ifIndex, in silence
 */
record SentAgain(long back, Map<Integer, Long> rises, Map<Integer, Long> silent) {
  /**
   * Whether a port's counter rose by a tenth of them or more than in silence, by more than twice of
   * that, and by about the same share as the first time. What counted before that may have been
   * counted late.
   */
  boolean follows(int ifIndex, SentAgain first) {
    double expected = first.surplus(ifIndex) * (double) back / first.back;
    return first.surplus(ifIndex) >= atLeast(first.back)
        && first.surplus(ifIndex) <= atMost(first.back)
        && surplus(ifIndex) > silent.getOrDefault(ifIndex, 0L)
        && surplus(ifIndex) >= 0.6 * expected
        && surplus(ifIndex) <= 1.6 * expected;
  }

  private long surplus(int ifIndex) {
    return rises.getOrDefault(ifIndex, 0L) - silent.getOrDefault(ifIndex, 0L);
  }

  /** A tenth of them is told from other ports' own traffic by what follows. */
  static long atLeast(long frames) {
    return Math.max(1, frames / 10);
  }

  /** Other ports have some traffic of their own too. */
  static long atMost(long frames) {
    return frames + frames / 2;
  }
}
