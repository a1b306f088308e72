package dev.hairpin.embedded.fault;

import dev.hairpin.embedded.plane.Exit;
import dev.hairpin.embedded.plane.Frame;
import java.time.Duration;

/** Lets one reflected frame in so many wait a moment, so that the next ones overtake it. */
final class Reordering implements Faults.Departure {
  private static final Duration MOMENT = Duration.ofMillis(1);

  private final long nth;
  private long count;

  Reordering(long nth) {
    this.nth = nth;
  }

  @Override
  public void pass(Frame frame, Exit exit) {
    if (++count % nth == 0) {
      exit.sendAfter(MOMENT, frame);
    } else {
      exit.send(frame);
    }
  }
}
