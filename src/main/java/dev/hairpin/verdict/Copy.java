package dev.hairpin.verdict;

import dev.hairpin.capture.CapturePoint;
import dev.hairpin.wire.Comparison;

/**
 * One sighting of a trial's probe, held against what was sent.
 *
 * @param point where it was seen
 * @param epochNanos when
 * @param changes what became of its bytes
 * @param lateBy nanoseconds by which it missed the end of the watch; 0 or less when it was in time
 */
record Copy(CapturePoint point, long epochNanos, Comparison changes, long lateBy) {
  boolean altered() {
    return !changes.same();
  }

  boolean late() {
    return lateBy > 0;
  }
}
