package dev.hairpin.lab;

import dev.hairpin.wire.FrameSink;

/**
 * The part of a watch that one capture is responsible for. Where captures follow one another, both
 * see the frames that pass while both are open; the kernel stamps a frame once for all of them, so
 * the stamp says whose it is: none is told twice and none is missed.
 */
final class CaptureTerm implements FrameSink {
  private final FrameSink sink;
  private long after;
  private long until = Long.MAX_VALUE;
  private long newestSkipped = Long.MIN_VALUE;

  private CaptureTerm(FrameSink sink, long after) {
    this.sink = sink;
    this.after = after;
  }

  /** From the first frame on. */
  static CaptureTerm first(FrameSink sink) {
    return new CaptureTerm(sink, Long.MIN_VALUE);
  }

  /** From {@link #begin} on. */
  static CaptureTerm later(FrameSink sink) {
    return new CaptureTerm(sink, Long.MAX_VALUE);
  }

  @Override
  public synchronized void frame(long epochNanos, byte[] frame) {
    if (epochNanos <= after) {
      newestSkipped = Math.max(newestSkipped, epochNanos);
    } else if (epochNanos <= until) {
      sink.frame(epochNanos, frame);
    }
  }

  /**
   * Takes over.
   *
   * @param nowEpochNanos when, at the earliest: all that was skipped lies before
   * @return when: later frames are this term's
   */
  synchronized long begin(long nowEpochNanos) {
    after = Math.max(nowEpochNanos, newestSkipped);
    return after;
  }

  /** Ends: later frames are the next term's. */
  synchronized void end(long epochNanos) {
    until = epochNanos;
  }
}
