package dev.hairpin.verdict;

import dev.hairpin.capture.CapturePoint;
import java.time.Duration;
import java.util.List;

/**
 * What closed the watch for a probe's copies.
 *
 * @param state what became of the fence
 * @param closedEpochNanos when the watch ended, the guard included, nanoseconds since
 *     1970-01-01T00:00:00Z by the clock that stamps sightings; a copy seen after it is late
 * @param guard how long was waited behind the fence's answer; without an upstream the whole
 *     time-out
 * @param detail why there is none or where it was lost; of one that returned, what a proof by it
 *     rests on beside, which is nothing as a rule
 * @param arrivals the frames whose arrival showed that it returned
 */
public record Fence(
    State state, long closedEpochNanos, Duration guard, String detail, List<Arrival> arrivals) {
  /**
   * One of the frames that had to be seen, and where.
   *
   * @param number of the fence, or of an answer to it
   */
  public record Arrival(int number, CapturePoint point) {}

  /** What became of a fence. */
  public enum State {
    /**
     * Its answer was seen at each place where it had to be, so a copy of the probe would have been
     * seen before it.
     */
    RETURNED,
    /** It, or an answer to it, was not seen in time: nothing is proven. */
    LOST,
    /** Nobody could answer one; a stated time-out was waited in its place. */
    NO_UPSTREAM
  }

  /**
   * Checks the guard and keeps a copy of the list.
   *
   * @throws IllegalArgumentException when it is negative
   */
  public Fence {
    arrivals = List.copyOf(arrivals);
    if (guard.isNegative()) {
      throw new IllegalArgumentException("a guard of " + guard + " is negative");
    }
  }

  /** A fence of which no arrival is known. */
  public Fence(State state, long closedEpochNanos, Duration guard, String detail) {
    this(state, closedEpochNanos, guard, detail, List.of());
  }
}
