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
   * Whether everything that the kernel had seen here by now has been handed over before the
   * deadline.
   */
  boolean caughtUp(Duration deadline) throws InterruptedException;

  /** Why it sees nothing any more, when that is so. */
  Optional<String> trouble();
}
