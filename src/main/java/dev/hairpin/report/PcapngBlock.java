package dev.hairpin.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * One block of a pcapng file (draft-ietf-opsawg-pcapng, section 3.1) while it is put together:
 * type, length, body, options, length again; every part padded to 32 bits, little-endian.
 */
final class PcapngBlock {
  private static final int COMMENT = 1;
  private static final int MOST_OF_AN_OPTION = 0xfffc;

  private ByteBuffer buffer = ByteBuffer.allocate(512).order(ByteOrder.LITTLE_ENDIAN);
  private boolean options;

  /** Begins a block, over the one before. */
  PcapngBlock begin(int type) {
    buffer.clear();
    options = false;
    return u32(type).u32(0);
  }

  PcapngBlock u16(int value) {
    room(2).putShort((short) value);
    return this;
  }

  PcapngBlock u32(int value) {
    room(4).putInt(value);
    return this;
  }

  PcapngBlock u64(long value) {
    room(8).putLong(value);
    return this;
  }

  /** A time stamp: the upper half first, whichever the byte order. */
  PcapngBlock time(long nanos) {
    return u32((int) (nanos >>> 32)).u32((int) nanos);
  }

  PcapngBlock padded(byte[] bytes) {
    return padded(bytes, bytes.length);
  }

  private PcapngBlock padded(byte[] bytes, int length) {
    int padding = -length & 3;
    room(length + padding).put(bytes, 0, length).put(new byte[padding]);
    return this;
  }

  PcapngBlock comment(String text) {
    return option(COMMENT, text);
  }

  /** Text; what is beyond 65,532 octets of UTF-8 is left out, whole characters only. */
  PcapngBlock option(int code, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int length = Math.min(bytes.length, MOST_OF_AN_OPTION);
    while (length < bytes.length && (bytes[length] & 0xc0) == 0x80) {
      length--;
    }
    options = true;
    return u16(code).u16(length).padded(bytes, length);
  }

  PcapngBlock option8(int code, int value) {
    options = true;
    return u16(code).u16(1).padded(new byte[] {(byte) value});
  }

  PcapngBlock option32(int code, int value) {
    options = true;
    return u16(code).u16(4).u32(value);
  }

  PcapngBlock option64(int code, long value) {
    options = true;
    return u16(code).u16(8).u64(value);
  }

  PcapngBlock optionTime(int code, long nanos) {
    options = true;
    return u16(code).u16(8).time(nanos);
  }

  void writeTo(OutputStream out) throws IOException {
    if (options) {
      u32(0);
    }
    int length = buffer.position() + 4;
    u32(length);
    buffer.putInt(4, length);
    out.write(buffer.array(), 0, length);
  }

  private ByteBuffer room(int octets) {
    if (buffer.remaining() < octets) {
      int size = Math.max(buffer.capacity() * 2, buffer.position() + octets);
      buffer = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN).put(buffer.flip());
    }
    return buffer;
  }
}
