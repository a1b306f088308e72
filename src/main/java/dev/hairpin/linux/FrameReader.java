package dev.hairpin.linux;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A daemon thread that reads a non-blocking descriptor until it is told to end, and closes the
 * descriptor then: so nobody ever reads a number that already belongs to another file.
 */
final class FrameReader {
  private static final Logger LOG = LoggerFactory.getLogger(FrameReader.class);
  private static final long END_MILLIS = 2_000;

  /** Reads one frame from the descriptor and hands it on. */
  @FunctionalInterface
  interface Source {
    /** Whether something was read; not so when nothing waits. */
    boolean readOne() throws IOException;
  }

  private final int fd;
  private final Source source;
  private final Runnable atEnd;
  private final int wake;
  private final Thread thread;
  private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
  private volatile boolean ending;

  /**
   * Prepares the thread.
   *
   * @param atEnd run by the thread as its last act: closes the descriptor
   */
  FrameReader(String name, int fd, Source source, Runnable atEnd) throws IOException {
    this.fd = fd;
    this.source = source;
    this.atEnd = atEnd;
    this.wake = Libc.eventfd(0, Libc.EFD_CLOEXEC);
    if (wake < 0) {
      throw Errno.failed("can't make an eventfd");
    }
    thread = new Thread(this::run, name);
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  /** Throws what ended the thread early, if anything did. */
  void check() throws IOException {
    Exception failed = failure.get();
    if (failed != null) {
      throw new IOException(thread.getName() + " ended early: " + failed.getMessage(), failed);
    }
  }

  /** Tells the thread to end and waits for that; at most two seconds, if a sink doesn't return. */
  void end() {
    ending = true;
    try (Memory one = new Memory(8)) {
      one.setLong(0, 1);
      Libc.write(wake, Pointer.nativeValue(one), 8);
    }
    if (Thread.currentThread() == thread) {
      return;
    }
    try {
      TimeUnit.MILLISECONDS.timedJoin(thread, END_MILLIS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      readAll();
    } catch (IOException | RuntimeException failed) {
      LOG.debug("{} ended early", thread.getName(), failed);
      failure.set(failed);
    }
    awaitEnding();
    atEnd.run();
    Libc.close(wake);
  }

  private void readAll() throws IOException {
    Poll poll = new Poll(2).watch(0, fd, Libc.POLLIN).watch(1, wake, Libc.POLLIN);
    while (!ending) {
      if (!poll.await(-1)) {
        continue;
      }
      boolean any = false;
      while (!ending && source.readOne()) {
        any = true;
      }
      if (!any && !ending && poll.broken(0)) {
        throw new IOException("its network interface is gone");
      }
    }
  }

  /** The descriptor stays open, and the number taken, until the owner lets go of it. */
  private void awaitEnding() {
    Poll poll = new Poll(1).watch(0, wake, Libc.POLLIN);
    try {
      while (!ending) {
        poll.await(-1);
      }
    } catch (IOException failed) {
      LOG.debug("{} can't wait for its end", thread.getName(), failed);
    }
  }
}
