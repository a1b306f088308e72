package dev.hairpin.lab;

import dev.hairpin.capture.CapturePoint;
import dev.hairpin.capture.NicCapture;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** A capture on a NIC, in one direction. */
record NicWatcher(CapturePoint point, NicCapture capture) implements Watcher {
  @Override
  public long dropped() throws IOException {
    return capture.dropped();
  }

  @Override
  public boolean caughtUp(Duration deadline) throws InterruptedException {
    return capture.caughtUp(deadline);
  }

  @Override
  public Optional<String> trouble() {
    return capture.trouble();
  }
}
