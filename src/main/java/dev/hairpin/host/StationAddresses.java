package dev.hairpin.host;

import dev.hairpin.wire.MacAddress;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The MAC addresses of one run: 02:48:50 ("HP", locally administered), one byte of the run, and two
 * that count up from 1.
 */
public final class StationAddresses {
  /** How many octets all addresses of a run have in common. */
  public static final int PREFIX_OCTETS = 4;

  private static final long PREFIX = 0x0248_5000_0000L;

  private final long run;
  private final AtomicInteger count = new AtomicInteger();

  /**
   * Starts counting.
   *
   * @param run tells this run's addresses from another's; its low 8 bits are used
   */
  public StationAddresses(int run) {
    this.run = (run & 0xFFL) << 16;
  }

  /** What all of them begin with, in {@value #PREFIX_OCTETS} octets; the rest is 0. */
  public MacAddress prefix() {
    return MacAddress.of(PREFIX | run);
  }

  /** The next one. */
  public MacAddress next() {
    return MacAddress.of(PREFIX | run | (count.incrementAndGet() & 0xFFFF));
  }

  /**
   * A name for a network interface that belongs to an address: {@code hp} and its last three bytes.
   */
  static String linkName(MacAddress mac) {
    return String.format("hp%06x", mac.value() & 0xFF_FFFF);
  }
}
