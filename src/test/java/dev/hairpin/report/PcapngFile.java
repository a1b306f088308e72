package dev.hairpin.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads pcapng back, and stands for nothing that the draft doesn't allow. */
final class PcapngFile {
  record Block(int type, ByteBuffer body, Map<Integer, byte[]> options) {
    String text(int option) {
      return new String(options.get(option), StandardCharsets.UTF_8);
    }

    int option32(int option) {
      return little(options.get(option)).getInt();
    }

    long option64(int option) {
      return little(options.get(option)).getLong();
    }

    long optionTime(int option) {
      ByteBuffer bytes = little(options.get(option));
      return (long) bytes.getInt() << 32 | bytes.getInt() & 0xffffffffL;
    }

    int int16(int offset) {
      return body.getShort(offset) & 0xffff;
    }

    int int32(int offset) {
      return body.getInt(offset);
    }

    long time(int offset) {
      return (long) body.getInt(offset) << 32 | body.getInt(offset + 4) & 0xffffffffL;
    }

    /** Of an Enhanced Packet Block. */
    byte[] frame() {
      byte[] frame = new byte[int32(12)];
      body.get(20, frame);
      return frame;
    }
  }

  /** The one option that a block may have several of; here it is the first. */
  private static final int COMMENT = 1;

  private PcapngFile() {}

  static List<Block> read(Path file) throws IOException {
    ByteBuffer bytes = little(Files.readAllBytes(file));
    List<Block> blocks = new ArrayList<>();
    while (bytes.hasRemaining()) {
      int start = bytes.position();
      assertThat(start % 4).isZero();
      int type = bytes.getInt();
      int length = bytes.getInt();
      assertThat(length).isGreaterThanOrEqualTo(12).isLessThanOrEqualTo(bytes.limit() - start);
      assertThat(length % 4).isZero();
      assertThat(bytes.getInt(start + length - 4)).as("length behind the block").isEqualTo(length);
      byte[] body = new byte[length - 12];
      bytes.get(body);
      bytes.getInt();
      blocks.add(block(type, little(body)));
    }
    return blocks;
  }

  private static Block block(int type, ByteBuffer body) {
    int fixed =
        switch (type) {
          case 0x0a0d0d0a -> 16;
          case 1 -> 8;
          case 5 -> 12;
          case 6 -> 20 + (body.getInt(12) + 3 & ~3);
          default -> throw new AssertionError("block type " + type);
        };
    if (type == 6) {
      for (int pad = 20 + body.getInt(12); pad < fixed; pad++) {
        assertThat(body.get(pad)).isZero();
      }
    }
    return new Block(type, body, options(body.duplicate().order(body.order()).position(fixed)));
  }

  private static Map<Integer, byte[]> options(ByteBuffer bytes) {
    Map<Integer, byte[]> options = new LinkedHashMap<>();
    while (bytes.hasRemaining()) {
      int code = bytes.getShort() & 0xffff;
      byte[] value = new byte[bytes.getShort() & 0xffff];
      if (code == 0) {
        assertThat(value).isEmpty();
        assertThat(bytes.hasRemaining()).as("something behind the end of options").isFalse();
        return options;
      }
      bytes.get(value);
      for (int pad = value.length; pad % 4 != 0; pad++) {
        assertThat(bytes.get()).isZero();
      }
      byte[] before = options.putIfAbsent(code, value);
      if (code != COMMENT) {
        assertThat(before).as("option %d twice", code).isNull();
      }
    }
    assertThat(options).as("options without an end").isEmpty();
    return options;
  }

  private static ByteBuffer little(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
