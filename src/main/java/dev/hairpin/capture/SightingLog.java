package dev.hairpin.capture;

import dev.hairpin.wire.FrameSink;
import dev.hairpin.wire.Mark;
import dev.hairpin.wire.RunTag;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Everything that was seen on one uplink in one run, from the first capture to the last, so that a
 * late copy finds the verdict it belongs to. Safe for many threads.
 *
 * <p>A probe is seen at three or four places; its unaltered copies share one array of bytes.
 */
public final class SightingLog {
  private final RunTag run;
  private final Function<byte[], Optional<Mark>> recognise;
  private final Object lock = new Object();
  private final Map<Integer, List<Sighting>> byNumber = new HashMap<>();
  private Sighting[] sightings = new Sighting[1_024];
  private int size;

  /**
   * An empty log.
   *
   * @param run frames with another run's mark are kept as unmarked
   * @param recognise finds a probe's mark in a frame; many threads call it
   */
  public SightingLog(RunTag run, Function<byte[], Optional<Mark>> recognise) {
    this.run = run;
    this.recognise = recognise;
  }

  /** The run whose frames are marked in it. */
  public RunTag run() {
    return run;
  }

  /** Where the frames of one capture point go. */
  public FrameSink at(CapturePoint point) {
    return (epochNanos, frame) -> add(point, epochNanos, frame);
  }

  private void add(CapturePoint point, long epochNanos, byte[] frame) {
    Optional<Mark> mark = recognise.apply(frame).filter(found -> found.run().equals(run));
    synchronized (lock) {
      if (size == sightings.length) {
        sightings = Arrays.copyOf(sightings, size * 2);
      }
      sightings[size] =
          mark.isPresent()
              ? indexed(point, epochNanos, frame, mark)
              : new Sighting(point, size, epochNanos, frame, mark);
      size++;
      lock.notifyAll();
    }
  }

  private Sighting indexed(CapturePoint point, long epochNanos, byte[] frame, Optional<Mark> mark) {
    List<Sighting> copies =
        byNumber.computeIfAbsent(mark.orElseThrow().number(), number -> new ArrayList<>(4));
    Sighting sighting = new Sighting(point, size, epochNanos, frame, mark);
    for (Sighting copy : copies) {
      if (Arrays.equals(copy.frame(), frame)) {
        sighting = new Sighting(point, size, epochNanos, copy.frame(), copy.mark());
        break;
      }
    }
    copies.add(sighting);
    return sighting;
  }

  /** How many sightings there are: the {@link Sighting#order()} of the next one. */
  public long size() {
    synchronized (lock) {
      return size;
    }
  }

  /**
   * The sightings from one order on, as they stand now; not a copy, so cheap however many they are.
   *
   * @param order 0 to {@link #size()}
   */
  public List<Sighting> from(long order) {
    synchronized (lock) {
      if (order < 0 || order > size) {
        throw new IndexOutOfBoundsException("order " + order + " of " + size + " sightings");
      }
      return new Snapshot(sightings, (int) order, size);
    }
  }

  /** The copies of one probe, in their order, as they stand now. */
  public List<Sighting> of(int probeNumber) {
    synchronized (lock) {
      return List.copyOf(byNumber.getOrDefault(probeNumber, List.of()));
    }
  }

  /** How many copies of one probe one point has seen. */
  public long count(int probeNumber, CapturePoint point) {
    return of(probeNumber).stream().filter(each -> each.point().equals(point)).count();
  }

  /**
   * Waits until something holds; it is asked at once, and again after each sighting or several at
   * once. It may ask this log.
   *
   * @return whether it held before the deadline
   */
  public boolean await(BooleanSupplier condition, Duration deadline) throws InterruptedException {
    long end = System.nanoTime() + deadline.toNanos();
    while (true) {
      long seen = size();
      // Outside the lock: whatever it costs, captures go on.
      if (condition.getAsBoolean()) {
        return true;
      }
      synchronized (lock) {
        while (size == seen) {
          long left = end - System.nanoTime();
          if (left <= 0) {
            return false;
          }
          TimeUnit.NANOSECONDS.timedWait(lock, left);
        }
      }
      if (System.nanoTime() - end >= 0) {
        return condition.getAsBoolean();
      }
    }
  }
}
