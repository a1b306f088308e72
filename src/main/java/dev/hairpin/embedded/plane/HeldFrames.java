package dev.hairpin.embedded.plane;

import java.util.Comparator;
import java.util.PriorityQueue;

/** Frames that are to leave later, in the order in which they are due. */
final class HeldFrames {
  private static final long NANOS_PER_MILLI = 1_000_000;

  private record Held(long dueNanos, long order, Port out, Frame frame) {}

  /** Sends a frame out of a port. */
  @FunctionalInterface
  interface Way {
    void send(Port out, Frame frame);
  }

  private final PriorityQueue<Held> frames =
      new PriorityQueue<>(Comparator.comparingLong(Held::dueNanos).thenComparing(Held::order));
  private long count;

  void hold(long dueNanos, Port out, Frame frame) {
    frames.add(new Held(dueNanos, ++count, out, frame));
  }

  void release(long nowNanos, Way way) {
    while (!frames.isEmpty() && frames.element().dueNanos() <= nowNanos) {
      Held next = frames.remove();
      way.send(next.out(), next.frame());
    }
  }

  /** Milliseconds until the next is due, rounded up, and no more than {@code most}. */
  int millisToNext(long nowNanos, int most) {
    Held next = frames.peek();
    if (next == null) {
      return most;
    }
    long millis = (next.dueNanos() - nowNanos + NANOS_PER_MILLI - 1) / NANOS_PER_MILLI;
    return (int) Math.max(0, Math.min(most, millis));
  }
}
