package dev.hairpin.capture;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Reads a capture file of the classic format (pcap-savefile(5)), microseconds or nanoseconds, of
 * Ethernet frames, up to 2 GiB.
 */
public final class PcapFile {
  private static final int NANOS = 0xa1b23c4d;
  private static final int MICROS = 0xa1b2c3d4;
  private static final int FILE_HEADER = 24;
  private static final int ETHERNET = 1;

  private PcapFile() {}

  /**
   * Puts every frame into a log, in the file's order. The frames' bytes stay in the file, which is
   * mapped as long as the log is there: it must not be cut meanwhile.
   *
   * @param point where they were seen
   * @return how many
   * @throws IOException naming the file and the octet where it is not as it should be
   */
  public static long read(Path file, SightingLog log, CapturePoint point) throws IOException {
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
      return handOver(new PcapRecords(file, in, FILE_HEADER, unit), in, log, point);
    }
  }

  /** While one stretch of the file is put into the log, another thread looks at the next. */
  private static long handOver(
      PcapRecords records, ByteBuffer file, SightingLog log, CapturePoint point)
      throws IOException {
    ExecutorService ahead =
        Executors.newSingleThreadExecutor(work -> daemon(work, "hairpin-capture-file"));
    try {
      long frames = 0;
      FileFrames looked = log.looked(records, new FileFrames());
      FileFrames spare = new FileFrames();
      while (looked.count > 0) {
        FileFrames next = spare;
        Future<FileFrames> looking = ahead.submit(() -> log.looked(records, next));
        log.add(point, file, looked);
        frames += looked.count;
        spare = looked;
        looked = looking.get();
      }
      return frames;
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof IOException cause) {
        throw cause;
      }
      throw new IOException("can't read the capture file: " + failed.getCause(), failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while reading a capture file");
    } finally {
      ahead.shutdownNow();
    }
  }

  private static Thread daemon(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
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
}
