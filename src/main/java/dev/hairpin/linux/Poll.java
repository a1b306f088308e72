package dev.hairpin.linux;

import com.sun.jna.Memory;
import java.io.IOException;

/** poll(2) on a few descriptors. For one thread. */
final class Poll {
  private static final int ENTRY = 8;

  private final Memory entries;
  private final int count;

  /** Watches nothing yet. */
  Poll(int count) {
    this.count = count;
    this.entries = new Memory((long) ENTRY * count);
    entries.clear();
  }

  /** Watches a descriptor for events. */
  Poll watch(int position, int fd, short events) {
    entries.setInt((long) ENTRY * position, fd);
    entries.setShort((long) ENTRY * position + 4, events);
    return this;
  }

  /**
   * Waits for any of the events.
   *
   * @param timeoutMillis -1 for as long as it takes
   * @return whether there is one; not so too when a signal ended the wait
   */
  boolean await(int timeoutMillis) throws IOException {
    int ready = Libc.poll(entries, count, timeoutMillis);
    if (ready < 0 && Errno.last() != Libc.EINTR) {
      throw Errno.failed("can't wait for descriptors");
    }
    return ready > 0;
  }

  /** What the last wait found there. */
  short found(int position) {
    return entries.getShort((long) ENTRY * position + 6);
  }

  /** Whether the last wait found an error there. */
  boolean broken(int position) {
    return (found(position) & (Libc.POLLERR | Libc.POLLHUP | Libc.POLLNVAL)) != 0;
  }
}
