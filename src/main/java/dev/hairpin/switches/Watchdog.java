package dev.hairpin.switches;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Ends what has no time-out of its own, or one that begins anew with every byte: what waits then
 * gets an error.
 */
final class Watchdog implements AutoCloseable {
  private static final ScheduledExecutorService CLOCK =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "ssh-watchdog");
            thread.setDaemon(true);
            return thread;
          });

  private final Duration patience;
  private volatile boolean bit;
  private @Nullable ScheduledFuture<?> planned;

  private Watchdog(Duration patience) {
    this.patience = patience;
  }

  static Watchdog over(Duration patience) {
    return new Watchdog(patience);
  }

  /** Begins to watch. What ends the work must not block for long. */
  void onTimeout(Runnable end) {
    planned =
        CLOCK.schedule(
            () -> {
              bit = true;
              // Closing may wait for what hangs; the next watch must not.
              Thread closer = new Thread(end, "ssh-watchdog-end");
              closer.setDaemon(true);
              closer.start();
            },
            patience.toMillis(),
            TimeUnit.MILLISECONDS);
  }

  /** Whether time was up. */
  boolean bit() {
    return bit;
  }

  @Override
  public void close() {
    ScheduledFuture<?> watch = planned;
    if (watch != null) {
      watch.cancel(false);
    }
  }
}
