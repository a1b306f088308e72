package dev.hairpin.wire;

/** Whole numbers in frames, in the order of the wire: most significant octet first. */
final class Octets {
  private Octets() {}

  static int u16(byte[] bytes, int offset) {
    return (bytes[offset] & 0xFF) << 8 | (bytes[offset + 1] & 0xFF);
  }

  static int i32(byte[] bytes, int offset) {
    return u16(bytes, offset) << 16 | u16(bytes, offset + 2);
  }

  static void putU16(byte[] bytes, int offset, int value) {
    bytes[offset] = (byte) (value >> 8);
    bytes[offset + 1] = (byte) value;
  }

  static void putI32(byte[] bytes, int offset, int value) {
    putU16(bytes, offset, value >>> 16);
    putU16(bytes, offset + 2, value);
  }
}
