package dev.hairpin.verdict;

import java.util.List;

/** How lists and durations read in a sentence. */
final class Wording {
  private Wording() {}

  static void required(String what, String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("the " + what + " is empty");
    }
  }

  /** {@code x}, {@code x and y}, {@code x, y and z}. */
  static String and(List<String> phrases) {
    int last = phrases.size() - 1;
    return last < 1
        ? String.join("", phrases)
        : String.join(", ", phrases.subList(0, last)) + " and " + phrases.get(last);
  }

  /** A length of time: {@code 340 ms}, {@code 1.5 ms}, {@code 20 µs}, {@code 800 ns}. */
  static String span(long nanos) {
    if (nanos < 1_000) {
      return nanos + " ns";
    }
    return nanos < 1_000_000 ? of(nanos, 1_000, "µs") : of(nanos, 1_000_000, "ms");
  }

  private static String of(long nanos, long unit, String name) {
    long tenths = nanos * 10 / unit % 10;
    return nanos / unit + (nanos >= 10 * unit || tenths == 0 ? "" : "." + tenths) + " " + name;
  }
}
