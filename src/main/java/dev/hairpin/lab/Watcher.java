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

  /** Asks that everything which the kernel has seen here by now be handed over. */
  CatchingUp catchUp();

  /** What was asked of a watcher. */
  @FunctionalInterface
  interface CatchingUp {
    /** Whether it is done before the deadline. */
    boolean within(Duration deadline) throws InterruptedException;
  }

  /** Why it sees nothing any more, when that is so. */
  Optional<String> trouble();
}
