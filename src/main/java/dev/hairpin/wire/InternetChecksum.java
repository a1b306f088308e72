package dev.hairpin.wire;

/** The checksum of IPv4 and UDP (RFC 1071). */
public final class InternetChecksum {
  private InternetChecksum() {}

  /** Of bytes in which the checksum's own two are 0; an odd last byte counts as if 0 followed. */
  public static short of(byte[] bytes) {
    long sum = 0;
    for (int at = 0; at < bytes.length; at += 2) {
      sum += (bytes[at] & 0xFF) << 8 | (at + 1 < bytes.length ? bytes[at + 1] & 0xFF : 0);
    }
    while (sum >>> 16 != 0) {
      sum = (sum & 0xFFFF) + (sum >>> 16);
    }
    return (short) ~sum;
  }
}
