package dev.hairpin.capture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;

/**
 * The records of a mapped capture file, one after the other. They are looked at through a window,
 * an array onto which stretches of the file are copied: that costs less than looking at each octet
 * of a mapped file.
 */
final class PcapRecords {
  private static final int HEADER = 16;
  private static final int WINDOW = 1 << 16;

  private final Path path;
  private final ByteBuffer file;
  private final boolean bigEndian;
  private final int nanosInUnit;
  private byte[] window = new byte[WINDOW];

  /** The place of the window in the file, and of the next record in the window. */
  private int windowAt;

  private int next;
  private int filled;

  /**
   * Those from an octet of the file on.
   *
   * @param file in the file's order of octets
   * @param nanosInUnit how many nanoseconds the file counts as one
   */
  PcapRecords(Path path, ByteBuffer file, int first, int nanosInUnit) {
    this.path = path;
    this.file = file;
    this.bigEndian = file.order() == ByteOrder.BIG_ENDIAN;
    this.nanosInUnit = nanosInUnit;
    this.windowAt = first;
  }

  /** Hands over each frame; gives how many they were. */
  long handTo(FileFrameSink sink) throws IOException {
    FileFrame frame = new FileFrame(file);
    long frames = 0;
    while (windowAt + next < file.capacity()) {
      require(HEADER);
      int length = u32(next + 8);
      if (length < 0 || length > file.capacity() - windowAt - next - HEADER) {
        throw cut();
      }
      require(HEADER + length);
      frame.epochNanos =
          (u32(next) & 0xffff_ffffL) * 1_000_000_000L
              + (u32(next + 4) & 0xffff_ffffL) * nanosInUnit;
      frame.window = window;
      frame.from = next + HEADER;
      frame.fileOffset = windowAt + next + HEADER;
      frame.length = length;
      sink.frame(frame);
      next += HEADER + length;
      frames++;
    }
    return frames;
  }

  /** Moves the window when fewer octets than these are left in it. */
  private void require(int octets) throws IOException {
    if (filled - next >= octets) {
      return;
    }
    int left = file.capacity() - windowAt - next;
    if (left < octets) {
      throw cut();
    }
    windowAt += next;
    next = 0;
    if (window.length < octets) {
      window = new byte[octets];
    }
    filled = Math.min(left, window.length);
    file.get(windowAt, window, 0, filled);
  }

  private IOException cut() {
    return new IOException(
        "%s: the record at octet %d is cut short".formatted(path, windowAt + next));
  }

  private int u32(int at) {
    int bytes =
        (window[at] & 0xFF)
            | (window[at + 1] & 0xFF) << 8
            | (window[at + 2] & 0xFF) << 16
            | (window[at + 3] & 0xFF) << 24;
    return bigEndian ? Integer.reverseBytes(bytes) : bytes;
  }
}
