package dev.hairpin.embedded.fault;

import dev.hairpin.embedded.plane.Exit;
import dev.hairpin.embedded.plane.Frame;

/** Loses one reflected frame in so many. */
final class EveryNth implements Faults.Departure {
  private final long nth;
  private long count;

  EveryNth(long nth) {
    this.nth = nth;
  }

  @Override
  public void pass(Frame frame, Exit exit) {
    if (++count % nth != 0) {
      exit.send(frame);
    }
  }
}
