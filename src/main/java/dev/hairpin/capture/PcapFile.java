package dev.hairpin.capture;

import dev.hairpin.wire.FrameSink;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;

/**
 * Reads a capture file of the classic format (pcap-savefile(5)), microseconds or nanoseconds, of
 * Ethernet frames, up to 2 GiB.
 */
public final class PcapFile {
  private static final int NANOS = 0xa1b23c4d;
  private static final int MICROS = 0xa1b2c3d4;
  private static final int FILE_HEADER = 24;
  private static final int RECORD_HEADER = 16;
  private static final int ETHERNET = 1;

  private PcapFile() {}

  /**
   * Hands over every frame, in the file's order.
   *
   * @return how many
   * @throws IOException naming the file and the octet where it is not as it should be
   */
  public static long read(Path file, FrameSink sink) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      if (channel.size() < FILE_HEADER || channel.size() > Integer.MAX_VALUE) {
        throw new IOException(
            "%s: %d octets are no pcap file that can be read".formatted(file, channel.size()));
      }
      MappedByteBuffer in = channel.map(MapMode.READ_ONLY, 0, channel.size());
      int unit = nanosInUnit(file, in);
      if ((in.getInt(20) & 0xffff) != ETHERNET) {
        throw new IOException(
            "%s: link type %d at octet 20, not Ethernet".formatted(file, in.getInt(20)));
      }
      in.position(FILE_HEADER);
      long frames = 0;
      while (in.hasRemaining()) {
        record(file, in, unit, sink);
        frames++;
      }
      return frames;
    }
  }

  /** Sets the file's order of octets, too. */
  private static int nanosInUnit(Path file, ByteBuffer in) throws IOException {
    for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
      int magic = in.order(order).getInt(0);
      if (magic == NANOS || magic == MICROS) {
        return magic == NANOS ? 1 : 1_000;
      }
    }
    throw new IOException(file + ": no pcap file: its first four octets are another format's");
  }

  private static void record(Path file, ByteBuffer in, int unit, FrameSink sink)
      throws IOException {
    int at = in.position();
    if (in.remaining() < RECORD_HEADER
        || in.getInt(at + 8) < 0
        || in.getInt(at + 8) > in.remaining() - RECORD_HEADER) {
      throw new IOException("%s: the record at octet %d is cut short".formatted(file, at));
    }
    long nanos =
        (in.getInt(at) & 0xffff_ffffL) * 1_000_000_000L + (in.getInt(at + 4) & 0xffff_ffffL) * unit;
    byte[] frame = new byte[in.getInt(at + 8)];
    in.position(at + RECORD_HEADER);
    in.get(frame);
    sink.frame(nanos, frame);
  }
}
