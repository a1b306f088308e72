package dev.hairpin.switches;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A reading that several threads want at once, made once for all who asked before it began: each
 * gets what was so after it asked.
 *
 * @param <T> what is read
 */
final class SharedReading<T> {
  private final Source<T> source;
  private final ReentrantLock turn = new ReentrantLock(true);
  private @Nullable CompletableFuture<T> next;

  /** Makes the reading. */
  @FunctionalInterface
  interface Source<T> {
    T read() throws SwitchException;
  }

  SharedReading(Source<T> source) {
    this.source = source;
  }

  /** Waits for the reading that runs, if there is one, then makes the next or shares it. */
  T get() throws SwitchException {
    CompletableFuture<T> wanted;
    boolean first;
    synchronized (this) {
      first = next == null;
      if (next == null) {
        next = new CompletableFuture<>();
      }
      wanted = next;
    }
    if (first) {
      make(wanted);
    }
    try {
      return wanted.join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof SwitchException told) {
        throw told;
      }
      throw failed;
    }
  }

  private void make(CompletableFuture<T> wanted) {
    turn.lock();
    try {
      synchronized (this) {
        next = null;
      }
      wanted.complete(source.read());
    } catch (SwitchException | RuntimeException failed) {
      wanted.completeExceptionally(failed);
    } finally {
      turn.unlock();
    }
  }
}
