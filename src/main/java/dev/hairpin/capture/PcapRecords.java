package dev.hairpin.capture;

import dev.hairpin.wire.Recogniser;
import dev.hairpin.wire.RunTag;
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
  static final int HEADER = 16;

  private final Path path;
  private final ByteBuffer file;
  private final boolean bigEndian;
  private final int nanosInUnit;
  private int at;

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
    this.at = first;
  }

  /**
   * The next frames, each with its mark.
   *
   * @param frames is filled: as many as are whole in one window; none at the end of the file
   * @return the same
   */
  FileFrames fill(FileFrames frames, RunTag run, Recogniser recogniser) throws IOException {
    frames.count = 0;
    int filled = look(frames);
    int next = 0;
    while (filled - next >= HEADER && frames.count < frames.from.length) {
      int length = length(frames.window, next);
      if (filled - next - HEADER < length) {
        break;
      }
      int row = frames.count++;
      int from = next + HEADER;
      frames.from[row] = from;
      frames.lengths[row] = length;
      frames.epochNanos[row] =
          (u32(frames.window, next) & 0xffff_ffffL) * 1_000_000_000L
              + (u32(frames.window, next + 4) & 0xffff_ffffL) * nanosInUnit;
      frames.marks[row] = recogniser.find(run, frames.window, from, from + length);
      next = from + length;
    }
    at = frames.windowAt + next;
    return frames;
  }

  /** Puts the window on the next record, which is whole in it; gives how much of it is filled. */
  private int look(FileFrames frames) throws IOException {
    frames.windowAt = at;
    int left = file.capacity() - at;
    if (left == 0) {
      return 0;
    }
    if (left < HEADER) {
      throw cut(at);
    }
    int filled = copy(frames, left);
    int record = HEADER + length(frames.window, 0);
    if (record > frames.window.length) {
      frames.window = new byte[record];
      filled = copy(frames, left);
    }
    return filled;
  }

  private int copy(FileFrames frames, int left) {
    int octets = Math.min(left, frames.window.length);
    file.get(at, frames.window, 0, octets);
    return octets;
  }

  /** The length of the frame of a record; the file goes so far. */
  private int length(byte[] window, int next) throws IOException {
    int length = u32(window, next + 8);
    int record = at + next;
    if (length < 0 || length > file.capacity() - record - HEADER) {
      throw cut(record);
    }
    return length;
  }

  private IOException cut(int record) {
    return new IOException("%s: the record at octet %d is cut short".formatted(path, record));
  }

  private int u32(byte[] window, int place) {
    int bytes =
        (window[place] & 0xFF)
            | (window[place + 1] & 0xFF) << 8
            | (window[place + 2] & 0xFF) << 16
            | (window[place + 3] & 0xFF) << 24;
    return bigEndian ? Integer.reverseBytes(bytes) : bytes;
  }
}
