package dev.hairpin.embedded.fault;

import dev.hairpin.embedded.plane.Exit;
import dev.hairpin.embedded.plane.Frame;
import java.util.concurrent.TimeUnit;

/** Reflects no more than so many frames in each tenth of a second. */
final class Overload implements Faults.Departure {
  private static final long WINDOW = TimeUnit.MILLISECONDS.toNanos(100);

  private final long most;
  private long windowStart;
  private long count;

  Overload(long most) {
    this.most = most;
  }

  @Override
  public void pass(Frame frame, Exit exit) {
    long now = System.nanoTime();
    if (now - windowStart > WINDOW) {
      windowStart = now;
      count = 0;
    }
    if (++count <= most) {
      exit.send(frame);
    }
  }
}
