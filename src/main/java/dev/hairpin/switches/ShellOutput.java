package dev.hairpin.switches;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** What a shell says, read by a thread of its own, so that every wait for it can have an end. */
final class ShellOutput {
  /** Why a wait came to its end. */
  enum End {
    WHOLE,
    LATE,
    CLOSED,
    TOO_MUCH
  }

  private static final int MOST_LINES = 100_000;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final TerminalText text = new TerminalText();
  private long lastChange = System.nanoTime();
  private boolean closed;
  private @Nullable IOException cause;

  ShellOutput(InputStream in, String name) {
    Thread reader = new Thread(() -> read(in), name);
    reader.setDaemon(true);
    reader.start();
  }

  /**
   * Waits until what was said is whole.
   *
   * @param quietNeeded how long it must stay quiet, in nanoseconds; 0 when it is whole already
   * @throws InterruptedException when this thread is to stop
   */
  End await(ToLongFunction<TerminalText> quietNeeded, Duration patience)
      throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    lock.lock();
    try {
      while (true) {
        long now = System.nanoTime();
        long needed = quietNeeded.applyAsLong(text);
        long wait = deadline - now;
        if (needed != AnswerEnd.NOT_YET) {
          long quietLeft = lastChange + needed - now;
          if (needed == 0 || quietLeft <= 0) {
            return End.WHOLE;
          }
          wait = Math.min(wait, quietLeft);
        }
        if (closed) {
          return End.CLOSED;
        }
        if (text.lines().size() > MOST_LINES) {
          return End.TOO_MUCH;
        }
        if (deadline - now <= 0) {
          return End.LATE;
        }
        changed.await(wait, TimeUnit.NANOSECONDS);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Takes what was said so far, and forgets it. */
  <T> T take(Function<TerminalText, T> look) {
    lock.lock();
    try {
      T taken = look.apply(text);
      text.clear();
      return taken;
    } finally {
      lock.unlock();
    }
  }

  boolean isClosed() {
    lock.lock();
    try {
      return closed;
    } finally {
      lock.unlock();
    }
  }

  /** What the other side or the network said when it ended. */
  @Nullable IOException cause() {
    lock.lock();
    try {
      return cause;
    } finally {
      lock.unlock();
    }
  }

  private void read(InputStream in) {
    char[] piece = new char[8192];
    try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      while (true) {
        int count = reader.read(piece);
        if (count < 0) {
          break;
        }
        take(CharBuffer.wrap(piece, 0, count));
      }
      end(null);
    } catch (IOException trouble) {
      end(trouble);
    }
  }

  private void take(CharSequence said) {
    lock.lock();
    try {
      text.feed(said);
      lastChange = System.nanoTime();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void end(@Nullable IOException trouble) {
    lock.lock();
    try {
      closed = true;
      cause = trouble;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
