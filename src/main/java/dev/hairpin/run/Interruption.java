package dev.hairpin.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Ctrl-C or TERM in the middle of a run: checks end, everything is put back, and only then does the
 * program go, with status 130.
 */
public final class Interruption {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Consumer<String> told;
  private final List<Runnable> endings = new ArrayList<>();
  private final CountDownLatch putBack = new CountDownLatch(1);
  private final Thread hook = new Thread(this::interrupted, "hairpin-interruption");
  private volatile boolean requested;

  private Interruption(Consumer<String> told) {
    this.told = told;
  }

  /**
   * From now on an interruption waits for {@link #allPutBack}.
   *
   * @param told takes what the user is to know at once
   */
  public static Interruption watch(Consumer<String> told) {
    Interruption interruption = new Interruption(told);
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  /** What ends work that is under way; done at once when the run is to end already. */
  public void onRequest(Runnable ending) {
    synchronized (endings) {
      if (!requested) {
        endings.add(ending);
        return;
      }
    }
    ending.run();
  }

  private void end() {
    List<Runnable> all;
    synchronized (endings) {
      requested = true;
      all = List.copyOf(endings);
    }
    for (Runnable each : all) {
      try {
        each.run();
      } catch (RuntimeException failed) {
        told.accept("could not be hurried: " + failed);
      }
    }
  }

  /** Whether the run is to end. */
  public boolean requested() {
    return requested;
  }

  /**
   * Everything is put back: the program may go. After an interruption this does not return: what
   * the caller would say then is but what the interruption made of its work.
   */
  public void allPutBack() {
    putBack.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException goingDown) {
      awaitTheEnd();
    }
  }

  private void awaitTheEnd() {
    try {
      hook.join();
    } catch (InterruptedException impossible) {
      Thread.currentThread().interrupt();
    }
  }

  private void interrupted() {
    told.accept("interrupted: what was changed is put back first, then the program ends");
    end();
    try {
      if (!putBack.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        told.accept(
            "not everything was put back within %d s. Next: 'hairpin restore' does the rest"
                .formatted(PATIENCE.toSeconds()));
      }
    } catch (InterruptedException impossible) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(130);
  }
}
