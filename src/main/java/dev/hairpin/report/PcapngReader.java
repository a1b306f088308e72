package dev.hairpin.report;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the blocks of a pcapng file that {@link PcapngWriter} wrote, one after another. Evidence
 * that isn't as this program writes it is none, so anything else is a fault.
 */
final class PcapngReader {
  private static final int SMALLEST = 12;

  private final ByteBuffer file;
  private int type;
  private ByteBuffer body = ByteBuffer.allocate(0);

  PcapngReader(byte[] file) {
    this.file = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** One option of a block. */
  record Option(int code, byte[] value) {
    /** As text. */
    String text() throws IOException {
      try {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(value)).toString();
      } catch (CharacterCodingException broken) {
        throw new IOException("a text in it is not UTF-8", broken);
      }
    }

    /** As a number of eight octets. */
    long u64() throws IOException {
      if (value.length != 8) {
        throw new IOException("a number in it has " + value.length + " octets, not 8");
      }
      return ByteBuffer.wrap(value).order(ByteOrder.LITTLE_ENDIAN).getLong();
    }
  }

  /** Goes to the next block. */
  boolean next() throws IOException {
    if (!file.hasRemaining()) {
      return false;
    }
    int at = file.position();
    if (file.remaining() < SMALLEST) {
      throw fault(at, "is cut off");
    }
    type = file.getInt();
    int length = file.getInt();
    if (length < SMALLEST || length % 4 != 0 || length > file.limit() - at) {
      throw fault(at, "is said to be " + length + " octets long");
    }
    if (file.getInt(at + length - 4) != length) {
      throw fault(at, "gives two lengths");
    }
    body = file.slice(at + 8, length - SMALLEST).order(ByteOrder.LITTLE_ENDIAN);
    file.position(at + length);
    return true;
  }

  int type() {
    return type;
  }

  int u32() throws IOException {
    return room(4).getInt();
  }

  long u64() throws IOException {
    return room(8).getLong();
  }

  /** A time stamp: the upper half first. */
  long time() throws IOException {
    long upper = u32();
    return upper << 32 | u32() & 0xFFFF_FFFFL;
  }

  byte[] padded(int length) throws IOException {
    int padding = -length & 3;
    if (length < 0 || length > body.remaining() - padding) {
      throw fault(file.position(), "holds less than it says, in what stands before it");
    }
    byte[] bytes = new byte[length];
    body.get(bytes);
    for (int index = 0; index < padding; index++) {
      if (body.get() != 0) {
        throw fault(file.position(), "has other padding than zeros, in what stands before it");
      }
    }
    return bytes;
  }

  /** All that is left of the block. */
  List<Option> options() throws IOException {
    List<Option> options = new ArrayList<>();
    while (body.hasRemaining()) {
      int head = u32();
      if (head == 0) {
        break;
      }
      options.add(new Option(head & 0xFFFF, padded(head >>> 16)));
    }
    if (body.hasRemaining()) {
      throw fault(file.position(), "goes on behind its end, in what stands before it");
    }
    return options;
  }

  /** The first option of a code. */
  static Optional<Option> first(List<Option> options, int code) {
    return options.stream().filter(each -> each.code() == code).findFirst();
  }

  private ByteBuffer room(int octets) throws IOException {
    if (body.remaining() < octets) {
      throw fault(file.position(), "holds less than it says, in what stands before it");
    }
    return body;
  }

  private static IOException fault(int offset, String what) {
    return new IOException("the block at octet " + offset + " " + what);
  }
}
