package dev.hairpin.lab;

import java.util.concurrent.locks.LockSupport;

/**
 * Lets frames go at even distances: RFC 2544 section 21 has them so, not in bursts. After a stall
 * of this program what was missed is made up for little by little: were it sent at once, a switch
 * with small buffers would be held to a rate that nobody asked for.
 */
final class Pace {
  /** No two frames go nearer to each other than this share of the distance that is wanted. */
  static final double NEAREST = 0.9;

  /** The scheduler wakes a thread no more exactly; what is left is spun away. */
  private static final long COARSE_NANOS = 200_000;

  private final double distance;
  private final long start;
  private long sent;
  private long last;

  /**
   * A pace.
   *
   * @param framesPerSecond above 0; endless for no distance at all
   * @param start when the first frame may go, by {@link System#nanoTime}
   */
  Pace(double framesPerSecond, long start) {
    this.distance = 1e9 / framesPerSecond;
    this.start = start;
  }

  static Pace start(double framesPerSecond) {
    return new Pace(framesPerSecond, System.nanoTime());
  }

  /** When the next frame may go. */
  long due() {
    long even = start + (long) (sent * distance);
    return sent == 0 ? even : Math.max(even, last + (long) (NEAREST * distance));
  }

  /** The next frame goes now. */
  void goes(long now) {
    sent++;
    last = now;
  }

  /** Returns when the next frame may go. */
  void await() {
    long due = due();
    long now = System.nanoTime();
    while (now < due) {
      if (due - now > COARSE_NANOS) {
        LockSupport.parkNanos(due - now - COARSE_NANOS);
      } else {
        Thread.onSpinWait();
      }
      now = System.nanoTime();
    }
    goes(now);
  }
}
