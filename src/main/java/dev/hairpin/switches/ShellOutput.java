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
    /** Nothing came for as long as something must come. */
    LATE,
    /** Something came again and again, for longer than any answer takes. */
    ENDLESS,
    CLOSED,
    TOO_MUCH
  }

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
   * @param patience how long something new is waited for
   * @param limit how long it may go on in all, as {@link System#nanoTime} then
   * @throws InterruptedException when this thread is to stop
   */
  End await(ToLongFunction<TerminalText> quietNeeded, Duration patience, long limit)
      throws InterruptedException {
    long begin = System.nanoTime();
    lock.lock();
    try {
      while (true) {
        long now = System.nanoTime();
        long needed = quietNeeded.applyAsLong(text);
        long late = Math.max(begin - now, lastChange - now) + patience.toNanos();
        long wait = Math.min(late, limit - now);
        if (text.isFull()) {
          return End.TOO_MUCH;
        }
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
        if (limit - now <= 0) {
          return End.ENDLESS;
        }
        if (late <= 0) {
          return End.LATE;
        }
        changed.await(wait, TimeUnit.NANOSECONDS);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Looks at what was said so far. */
  <T> T look(Function<TerminalText, T> look) {
    lock.lock();
    try {
      return look.apply(text);
    } finally {
      lock.unlock();
    }
  }

  /** Takes what was said so far, and forgets it. */
  <T> T take(Function<TerminalText, T> look) {
    return look(
        said -> {
          T taken = look.apply(said);
          said.clear();
          return taken;
        });
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
