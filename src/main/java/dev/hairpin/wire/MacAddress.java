package dev.hairpin.wire;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** A MAC address (IEEE 802 EUI-48): six octets. */
public final class MacAddress implements Comparable<MacAddress> {
  /** All ones: every station. */
  public static final MacAddress BROADCAST = new MacAddress(0xFFFF_FFFF_FFFFL);

  /** 01-80-C2-00-00-00: the first of the addresses that no bridge forwards. */
  public static final MacAddress FIRST_RESERVED = new MacAddress(0x0180_C200_0000L);

  private static final Pattern TEXT = Pattern.compile("[0-9A-Fa-f]{2}([:-][0-9A-Fa-f]{2}){5}");

  private final long value;

  private MacAddress(long value) {
    this.value = value;
  }

  /** From its 48 bits; the bits above are ignored. */
  public static MacAddress of(long value) {
    return new MacAddress(value & 0xFFFF_FFFF_FFFFL);
  }

  /**
   * From six octets of a frame.
   *
   * @throws IndexOutOfBoundsException when fewer than six are left
   */
  public static MacAddress of(byte[] bytes, int offset) {
    long value = 0;
    for (int index = 0; index < 6; index++) {
      value = value << 8 | (bytes[offset + index] & 0xFF);
    }
    return new MacAddress(value);
  }

  /**
   * From text, such as {@code 02:48:50:00:00:01} or {@code 02-48-50-00-00-01}.
   *
   * @throws IllegalArgumentException with the offending text
   */
  public static MacAddress parse(String text) {
    return tryParse(text)
        .orElseThrow(() -> new IllegalArgumentException("'" + text + "' is not a MAC address"));
  }

  /** From text, or nothing when it isn't a MAC address. */
  public static Optional<MacAddress> tryParse(String text) {
    if (!TEXT.matcher(text).matches()) {
      return Optional.empty();
    }
    return Optional.of(of(Long.parseLong(text.replaceAll("[:-]", ""), 16)));
  }

  /** The 48 bits. */
  public long value() {
    return value;
  }

  /** The six octets, in the order of the wire. */
  public byte[] bytes() {
    byte[] bytes = new byte[6];
    for (int index = 0; index < 6; index++) {
      bytes[index] = (byte) (value >> 8 * (5 - index));
    }
    return bytes;
  }

  /** Whether the group bit is set: multicast or broadcast. */
  public boolean isGroup() {
    return (value >> 40 & 1) == 1;
  }

  /**
   * Whether no bridge forwards frames to it: 01-80-C2-00-00-00 to -0F (IEEE 802.1Q 8.6.3, table
   * 8-1).
   */
  public boolean isReserved() {
    return value >>> 4 == FIRST_RESERVED.value >>> 4;
  }

  /** Whether this is the broadcast address. */
  public boolean isBroadcast() {
    return value == BROADCAST.value;
  }

  @Override
  public int compareTo(MacAddress other) {
    return Long.compare(value, other.value);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MacAddress mac && mac.value == value;
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes());
  }

  /** Lower case, with colons. */
  @Override
  public String toString() {
    return String.format("%012x", value).replaceAll("..(?=.)", "$0:");
  }
}
