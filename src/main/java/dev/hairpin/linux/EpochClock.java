package dev.hairpin.linux;

import java.time.Instant;

/** The time of day in nanoseconds. */
public final class EpochClock {
  private EpochClock() {}

  /** Nanoseconds since 1970-01-01T00:00:00Z. */
  public static long nanos() {
    Instant now = Instant.now();
    return now.getEpochSecond() * 1_000_000_000L + now.getNano();
  }
}
