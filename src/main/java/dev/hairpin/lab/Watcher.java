package dev.hairpin.lab;

import dev.hairpin.capture.CapturePoint;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Something that sees frames at one capture point while it is open. */
interface Watcher {
  /** Where. */
  CapturePoint point();

  /** How many frames it has lost since it was opened. */
  long dropped() throws IOException;

  /**
   * Asks that everything be handed over which the kernel has seen here by a moment; best asked a
   * little before it.
   *
   * @param moment by {@link System#nanoTime()}
   */
  CatchingUp catchUp(long moment);

  /** What was asked of a watcher. */
  @FunctionalInterface
  interface CatchingUp {
    /** Whether it is done before the deadline. */
    boolean within(Duration deadline) throws InterruptedException;
  }

  /** Why it sees nothing any more, when that is so. */
  Optional<String> trouble();
}
