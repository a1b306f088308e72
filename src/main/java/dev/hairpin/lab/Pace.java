package dev.hairpin.lab;

import java.util.concurrent.locks.LockSupport;

/** Lets frames go at even distances: RFC 2544 section 21 has them so, not in bursts. */
final class Pace {
  /** The scheduler wakes a thread no more exactly; what is left is spun away. */
  private static final long COARSE_NANOS = 200_000;

  private final double distance;
  private final long start = System.nanoTime();
  private long sent;

  private Pace(double distance) {
    this.distance = distance;
  }

  static Pace start(double framesPerSecond) {
    return new Pace(1e9 / framesPerSecond);
  }

  /** Returns when the next frame may go; one that is late is not made up for by a gap. */
  void await() {
    long due = start + (long) (sent++ * distance);
    long left = due - System.nanoTime();
    while (left > 0) {
      if (left > COARSE_NANOS) {
        LockSupport.parkNanos(left - COARSE_NANOS);
      } else {
        Thread.onSpinWait();
      }
      left = due - System.nanoTime();
    }
  }
}
