package dev.hairpin.linux;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What a shell says, gathered by a daemon thread until somebody asks for it up to a marker. */
final class ShellStream {
  private static final int LIMIT = 16 << 20;

  private final InputStream input;
  private final Object lock = new Object();
  private byte[] bytes = new byte[1 << 13];
  private int size;
  private int searched;
  private @Nullable String end;

  ShellStream(String name, InputStream input) {
    this.input = input;
    Thread thread = new Thread(this::gather, name);
    thread.setDaemon(true);
    thread.start();
  }

  private void gather() {
    byte[] chunk = new byte[1 << 13];
    String why = "it ended";
    try {
      for (int length; (length = input.read(chunk)) >= 0; ) {
        append(chunk, length);
      }
    } catch (IOException failed) {
      why = String.valueOf(failed.getMessage());
    }
    synchronized (lock) {
      end = why;
      lock.notifyAll();
    }
  }

  private void append(byte[] chunk, int length) throws IOException {
    synchronized (lock) {
      if (size + length > LIMIT) {
        throw new IOException("it said more than " + LIMIT + " bytes");
      }
      if (size + length > bytes.length) {
        bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + length));
      }
      System.arraycopy(chunk, 0, bytes, size, length);
      size += length;
      lock.notifyAll();
    }
  }

  /**
   * Takes everything up to a marker, and the marker.
   *
   * @param deadline in the time of System.nanoTime()
   * @return what came before the marker; nothing when it did not come in time
   * @throws IOException when the stream has ended without it
   */
  @Nullable String takeUntil(String marker, long deadline) throws IOException {
    byte[] wanted = marker.getBytes(StandardCharsets.UTF_8);
    synchronized (lock) {
      while (true) {
        int at = indexOf(wanted);
        if (at >= 0) {
          String before = new String(bytes, 0, at, StandardCharsets.UTF_8);
          drop(at + wanted.length);
          return before;
        }
        if (end != null) {
          throw new IOException(end);
        }
        if (!await(deadline)) {
          return null;
        }
      }
    }
  }

  private boolean await(long deadline) throws IOException {
    long left = deadline - System.nanoTime();
    if (left <= 0) {
      return false;
    }
    try {
      lock.wait(left / 1_000_000, (int) (left % 1_000_000));
      return true;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for a shell");
    }
  }

  /** What was said last and not yet taken, for messages; at most 400 characters. */
  String tail() {
    synchronized (lock) {
      int from = Math.max(0, size - 400);
      return new String(bytes, from, size - from, StandardCharsets.UTF_8).strip();
    }
  }

  private int indexOf(byte[] wanted) {
    for (int at = searched; at + wanted.length <= size; at++) {
      if (Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) {
        searched = 0;
        return at;
      }
    }
    searched = Math.max(0, size - wanted.length + 1);
    return -1;
  }

  private void drop(int count) {
    System.arraycopy(bytes, count, bytes, 0, size - count);
    size -= count;
    searched = 0;
  }
}
