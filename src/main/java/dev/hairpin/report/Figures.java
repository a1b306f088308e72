package dev.hairpin.report;

import java.time.Duration;
import java.util.Locale;

/** Numbers as a person reads them; always with a point, whatever the machine's locale. */
final class Figures {
  private Figures() {}

  static String millis(double millis) {
    return millis < 10_000 ? number(millis) + " ms" : number(millis / 1000) + " s";
  }

  static String micros(double micros) {
    return micros < 10_000 ? number(micros) + " µs" : number(micros / 1000) + " ms";
  }

  static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
  }

  /** One digit behind the point, none from 100 up. */
  static String number(double value) {
    return String.format(Locale.ROOT, Math.abs(value) < 100 ? "%.1f" : "%.0f", value);
  }

  /** Such as {@code 1 check} or {@code 3 checks}. */
  static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
