package dev.hairpin.yaml;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as files write them: a whole number and its unit, {@code 20ms}. */
final class Durations {
  private static final Pattern FORM = Pattern.compile("(0|[1-9][0-9]{0,8})(us|ms|s)");

  private Durations() {}

  static Optional<Duration> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    long number = Long.parseLong(matcher.group(1));
    return Optional.of(
        switch (matcher.group(2)) {
          case "us" -> Duration.ofNanos(number * 1000);
          case "ms" -> Duration.ofMillis(number);
          default -> Duration.ofSeconds(number);
        });
  }

  /** The form a file would use, in the largest unit that keeps it whole. */
  static String text(Duration duration) {
    long micros = duration.toNanos() / 1000;
    if (micros % 1_000_000 == 0) {
      return micros / 1_000_000 + "s";
    }
    return micros % 1000 == 0 ? micros / 1000 + "ms" : micros + "us";
  }
}
