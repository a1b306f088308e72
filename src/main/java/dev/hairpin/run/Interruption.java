package dev.hairpin.run;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C or TERM in the middle of a run: checks end, everything is put back, and only then does the
 * program go, with status 130.
 */
public final class Interruption {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final CountDownLatch putBack = new CountDownLatch(1);
  private final Thread hook = new Thread(this::interrupted, "hairpin-interruption");
  private volatile boolean requested;

  /** From now on an interruption waits for {@link #allPutBack}. */
  public static Interruption watch() {
    Interruption interruption = new Interruption();
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  /** Whether the run is to end. */
  public boolean requested() {
    return requested;
  }

  /** Everything is put back: the program may go. */
  public void allPutBack() {
    putBack.countDown();
    if (!requested) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException goingDown) {
        // The interruption came this moment; the hook sees the latch open.
        requested = true;
      }
    }
  }

  private void interrupted() {
    requested = true;
    try {
      putBack.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException impossible) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(130);
  }
}
