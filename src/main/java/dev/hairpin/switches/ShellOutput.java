package dev.hairpin.switches;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a shell says, as it comes in another thread; so every wait for it can have an end. One
 * thread at a time waits.
 */
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
  private final Utf8Pieces decoder = new Utf8Pieces();
  private long lastChange = System.nanoTime();
  private @Nullable ToLongFunction<TerminalText> waiting;
  private boolean closed;
  private @Nullable IOException cause;

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
      waiting = quietNeeded;
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
      waiting = null;
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

  /** Takes what came, in UTF-8; its pieces may be cut anywhere. */
  void take(byte[] said) {
    lock.lock();
    try {
      text.feed(decoder.next(said));
      lastChange = System.nanoTime();
      if (isWaitedFor()) {
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Nothing more comes.
   *
   * @param trouble what the network said; none when the other side ended it
   */
  void end(@Nullable IOException trouble) {
    lock.lock();
    try {
      if (!closed) {
        closed = true;
        cause = trouble;
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Pieces of an answer wake nobody: only what may be its end does. */
  private boolean isWaitedFor() {
    ToLongFunction<TerminalText> wait = waiting;
    if (wait == null) {
      return false;
    }
    try {
      return text.isFull() || wait.applyAsLong(text) != AnswerEnd.NOT_YET;
    } catch (RuntimeException unjudged) {
      // Whoever waits meets it too, and says so.
      return true;
    }
  }
}
