package dev.hairpin.linux;

/**
 * The calling thread goes before others on a busy machine (setpriority(2), which on Linux is a
 * thread's own), until it gives that back. Where the kernel doesn't allow it nothing changes.
 */
public final class Precedence implements AutoCloseable {
  private static final int PRIO_PROCESS = 0;
  private static final int CALLING_THREAD = 0;
  private static final int HIGHEST = -20;

  private final int before;

  private Precedence(int before) {
    this.before = before;
  }

  /** Takes it. */
  public static Precedence take() {
    int before = Libc.getpriority(PRIO_PROCESS, CALLING_THREAD);
    Libc.setpriority(PRIO_PROCESS, CALLING_THREAD, HIGHEST);
    return new Precedence(before);
  }

  @Override
  public void close() {
    Libc.setpriority(PRIO_PROCESS, CALLING_THREAD, before);
  }
}
