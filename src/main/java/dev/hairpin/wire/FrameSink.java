package dev.hairpin.wire;

/** Takes frames as they are read, from one reading thread at a time. */
@FunctionalInterface
public interface FrameSink {
  /**
   * Takes one frame.
   *
   * @param epochNanos when it was seen, nanoseconds since 1970-01-01T00:00:00Z
   * @param frame the frame from its destination address on, without FCS; the receiver owns the
   *     array
   */
  void frame(long epochNanos, byte[] frame);
}
