package dev.hairpin.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What can be measured; the names are those of {@code --only} and of {@code bench.json}. */
public enum Measure {
  /** From a probe's sending to its proven absence, the guard taken off. */
  ABSENCE("ms", "less"),
  /** Twelve checks with bare stations in an open lab. */
  TWELVE_CHECKS("ms", "less"),
  /** Setting the relay and reading it back, over the open SSH session. */
  RELAY_SSH("ms", "less"),
  /** Setting the relay and reading it back, over SNMP. */
  RELAY_SNMP("ms", "less"),
  /** Frames of the smallest size written into a macvtap. */
  INJECTION("frames/s", "more"),
  /** Frames that a capture lost of those sent at full speed. */
  CAPTURE_DROPS("frames", "less"),
  /** Frames of a capture file made into sightings. */
  READING("frames/s", "more"),
  /** A whole run in the embedded lab without guests: lab up, checks, lab down, report. */
  RUN("s", "less");

  private final String unit;
  private final String better;

  Measure(String unit, String better) {
    this.unit = unit;
    this.better = better;
  }

  /** Its name for users. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  String unit() {
    return unit;
  }

  String better() {
    return better;
  }

  /** All names, in order. */
  public static List<String> ids() {
    return Arrays.stream(values()).map(Measure::id).toList();
  }
}
