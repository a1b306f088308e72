package dev.hairpin.wire;

import java.nio.ByteBuffer;

/**
 * An IPv4 address (RFC 791): four octets.
 *
 * @param value the 32 bits, the first octet the most significant
 */
public record Ipv4Address(int value) {
  /**
   * From text, such as {@code 192.0.2.1}.
   *
   * @throws IllegalArgumentException with the offending text
   */
  public static Ipv4Address parse(String text) {
    String octet = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    if (!text.matches(octet + "(\\." + octet + "){3}")) {
      throw new IllegalArgumentException("'" + text + "' is not an IPv4 address");
    }
    int value = 0;
    for (String each : text.split("\\.")) {
      value = value << 8 | Integer.parseInt(each);
    }
    return new Ipv4Address(value);
  }

  byte[] bytes() {
    return ByteBuffer.allocate(4).putInt(value).array();
  }

  @Override
  public String toString() {
    return "%d.%d.%d.%d"
        .formatted(value >>> 24, value >>> 16 & 0xFF, value >>> 8 & 0xFF, value & 0xFF);
  }
}
