package dev.hairpin.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hairpin.capture.CapturePoint;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One place on a probe's way.
 *
 * @param place the capture point's name, such as {@code host eth3 out}
 * @param expected in words or figures: {@code 1}, {@code 0}, {@code at most 1}, {@code at least 1},
 *     {@code any}
 * @param seen how many copies
 * @param firstUs when the first copy was seen, microseconds after the probe's first sighting
 *     anywhere
 * @param lastUs when the last copy was seen, microseconds after the same moment
 * @param altered how many copies were changed on their way; left out where none was
 * @param late how many copies came after the watch had ended; left out where none did
 * @param ok whether all is as expected
 */
public record Hop(
    String place,
    CapturePoint.Kind kind,
    String expected,
    int seen,
    Optional<Double> firstUs,
    Optional<Double> lastUs,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) int altered,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) int late,
    boolean ok) {

  private static final Pattern NUMBER = Pattern.compile("(at most |at least )?([0-9]{1,9})");

  /** What became of a hop, in a word. */
  enum Fate {
    AS_EXPECTED("ok"),
    MISSING("missing"),
    SURPLUS("surplus"),
    CHANGED("changed"),
    LATE("late"),
    NOT_WATCHED("not watched all the time");

    final String word;

    Fate(String word) {
      this.word = word;
    }

    /** Whether the number of copies is at fault, and not their state or the watch. */
    boolean ofNumber() {
      return this == MISSING || this == SURPLUS;
    }
  }

  Fate fate() {
    if (ok) {
      return Fate.AS_EXPECTED;
    }
    if (fewerThanExpected()) {
      return Fate.MISSING;
    }
    if (moreThanExpected()) {
      return Fate.SURPLUS;
    }
    if (altered > 0) {
      return Fate.CHANGED;
    }
    return late > 0 ? Fate.LATE : Fate.NOT_WATCHED;
  }

  /** What is wrong with it, such as {@code expected 1: surplus}, {@code 1 changed}; or nothing. */
  String trouble() {
    return switch (fate()) {
      case AS_EXPECTED -> "";
      case MISSING, SURPLUS -> "expected " + expected + ": " + fate().word;
      case CHANGED -> altered + " " + fate().word;
      case LATE -> late + " " + fate().word;
      case NOT_WATCHED -> fate().word;
    };
  }

  /** The same beside what was expected: {@code surplus}, {@code 1 changed}. */
  String brief() {
    return fate().ofNumber() ? fate().word : trouble();
  }

  /** Such as {@code 1 seen, expected 1}, {@code 2 seen, expected 1: surplus}. */
  String words() {
    return seen + " seen, " + (ok ? "expected " + expected : trouble());
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
    Matcher number = NUMBER.matcher(expected);
    return number.matches()
        && !"at most ".equals(number.group(1))
        && seen < Integer.parseInt(number.group(2));
  }

  private boolean moreThanExpected() {
    Matcher number = NUMBER.matcher(expected);
    return number.matches()
        && !"at least ".equals(number.group(1))
        && seen > Integer.parseInt(number.group(2));
  }
}
