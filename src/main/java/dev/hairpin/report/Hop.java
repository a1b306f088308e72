package dev.hairpin.report;

import dev.hairpin.capture.CapturePoint;
import java.util.Optional;

/**
 * One place on a probe's way.
 *
 * @param place the capture point's name, such as {@code host eth3 out}
 * @param expected in words or figures: {@code 1}, {@code 0}, {@code at most 1}, {@code any}
 * @param seen how many copies
 * @param firstUs when the first copy was seen, microseconds after the probe's first sighting
 *     anywhere
 * @param lastUs when the last copy was seen, microseconds after the same moment
 * @param ok whether that is as expected
 */
public record Hop(
    String place,
    CapturePoint.Kind kind,
    String expected,
    int seen,
    Optional<Double> firstUs,
    Optional<Double> lastUs,
    boolean ok) {

  /** What became of a hop, in a word. */
  enum Fate {
    AS_EXPECTED("ok"),
    MISSING("missing"),
    SURPLUS("surplus");

    final String word;

    Fate(String word) {
      this.word = word;
    }
  }

  Fate fate() {
    if (ok) {
      return Fate.AS_EXPECTED;
    }
    return seen == 0 || fewerThanExpected() ? Fate.MISSING : Fate.SURPLUS;
  }

  /** Such as {@code 2 seen, expected 1: surplus}. */
  String words() {
    return seen + " seen, expected " + expected + (ok ? "" : ": " + fate().word);
  }

  /** Such as {@code +8.4 µs} or {@code +8.4 µs to +11.9 µs}; empty where nothing was seen. */
  String when() {
    String first = firstUs.map(Hop::after).orElse("");
    String last = lastUs.map(Hop::after).orElse(first);
    return seen > 1 && !last.equals(first) ? first + " to " + last : first;
  }

  private static String after(double micros) {
    return "+" + Figures.micros(micros);
  }

  private boolean fewerThanExpected() {
    return expected.matches("[0-9]{1,9}") && seen < Integer.parseInt(expected);
  }
}
