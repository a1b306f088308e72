package dev.hairpin.linux;

import com.sun.jna.Memory;
import java.io.IOException;

/**
 * Waits until a descriptor can be read, or until somebody wakes the waiter. One thread waits, many
 * may wake it.
 */
public final class Readiness implements AutoCloseable {
  private static final int COUNT = 8;

  private final int wake;
  private final Poll poll;
  private final Memory one = new Memory(COUNT);
  private final Memory taken = new Memory(COUNT);
  private boolean closed;

  /**
   * Of a descriptor that stays its owner's.
   *
   * @throws IOException when this program has too many open files
   */
  public Readiness(int fd) throws IOException {
    wake = Libc.eventfd(0, Libc.EFD_CLOEXEC);
    if (wake < 0) {
      throw Errno.failed("can't make an eventfd");
    }
    one.setLong(0, 1);
    poll = new Poll(2).watch(0, fd, Libc.POLLIN).watch(1, wake, Libc.POLLIN);
  }

  /** Returns when there is something to read or an error to be told, or after a {@link #wake()}. */
  public void await() throws IOException {
    if (poll.await(-1) && (poll.found(1) & Libc.POLLIN) != 0) {
      Libc.read(wake, taken, COUNT);
    }
  }

  /** Makes {@link #await} return, now or when it is next called; nothing once closed. */
  public synchronized void wake() {
    if (!closed) {
      Libc.write(wake, one, COUNT);
    }
  }

  /** By the thread that waits, when it waits no more. */
  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      Libc.close(wake);
    }
  }
}
