package dev.hairpin.linux;

import com.sun.jna.Native;
import java.io.IOException;

/** Turns the C library's last error into an exception. */
final class Errno {
  private Errno() {}

  /** The last error of this thread's native calls. */
  static int last() {
    return Native.getLastError();
  }

  /**
   * An exception for the last error of this thread.
   *
   * @param what what was tried, such as {@code can't open /dev/tap7}
   */
  static IOException failed(String what) {
    int errno = last();
    return new IOException("%s: %s (errno %d)".formatted(what, Libc.strerror(errno), errno));
  }
}
