package dev.hairpin.capture;

import dev.hairpin.wire.MacAddress;
import java.nio.ByteBuffer;

/** Frames for tests: an EtherType, perhaps tags before it, and a number behind it. */
final class Frames {
  static final MacAddress A = MacAddress.parse("02:48:50:7f:00:01");
  static final MacAddress B = MacAddress.parse("02:48:50:7f:00:02");
  static final int PROBE = 0x88b5;

  private Frames() {}

  static byte[] probe(int number) {
    return frame(B, A, 60, PROBE, number >>> 16, number & 0xffff);
  }

  /** The two addresses, then 16-bit words, then zeroes up to the length. */
  static byte[] frame(MacAddress to, MacAddress from, int length, int... words) {
    ByteBuffer frame = ByteBuffer.allocate(length).put(to.bytes()).put(from.bytes());
    for (int word : words) {
      frame.putShort((short) word);
    }
    return frame.array();
  }

  static int number(byte[] probe) {
    return ByteBuffer.wrap(probe).getInt(14);
  }
}
