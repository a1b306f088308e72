package dev.hairpin.switches;

import java.util.Locale;

/**
 * Whether a switch port may send a frame back out of the port it came in on (IEEE 802.1Q reflective
 * relay).
 */
public enum RelayState {
  ON,
  OFF;

  /** {@code on} or {@code off}, as in commands and reports. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The other one. */
  public RelayState other() {
    return this == ON ? OFF : ON;
  }
}
