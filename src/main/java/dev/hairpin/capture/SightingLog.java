package dev.hairpin.capture;

import dev.hairpin.wire.FrameSink;
import dev.hairpin.wire.Mark;
import dev.hairpin.wire.RunTag;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Everything that was seen on one uplink in one run, from the first capture to the last, so that a
 * late copy finds the verdict it belongs to. Safe for many threads.
 */
public final class SightingLog {
  private final RunTag run;
  private final Function<byte[], Optional<Mark>> recognise;
  private final List<Sighting> sightings = new ArrayList<>();

  /**
   * An empty log.
   *
   * @param run frames with another run's mark are kept as unmarked
   * @param recognise finds a probe's mark in a frame
   */
  public SightingLog(RunTag run, Function<byte[], Optional<Mark>> recognise) {
    this.run = run;
    this.recognise = recognise;
  }

  /** Where the frames of one capture point go. */
  public FrameSink at(CapturePoint point) {
    return (epochNanos, frame) -> add(point, epochNanos, frame);
  }

  private void add(CapturePoint point, long epochNanos, byte[] frame) {
    Optional<Mark> mark = recognise.apply(frame).filter(found -> found.run().equals(run));
    synchronized (sightings) {
      sightings.add(new Sighting(point, sightings.size(), epochNanos, frame, mark));
      sightings.notifyAll();
    }
  }

  /** How many sightings there are: the {@link Sighting#order()} of the next one. */
  public long size() {
    synchronized (sightings) {
      return sightings.size();
    }
  }

  /** The sightings from one order on, as they stand now. */
  public List<Sighting> from(long order) {
    synchronized (sightings) {
      return List.copyOf(sightings.subList((int) order, sightings.size()));
    }
  }

  /** The copies of one probe, as they stand now. */
  public List<Sighting> of(int probeNumber) {
    return from(0).stream()
        .filter(each -> each.mark().filter(mark -> mark.number() == probeNumber).isPresent())
        .toList();
  }

  /**
   * Waits until something holds; it is asked again after each sighting.
   *
   * @return whether it held before the deadline
   */
  public boolean await(BooleanSupplier condition, Duration deadline) throws InterruptedException {
    long end = System.nanoTime() + deadline.toNanos();
    synchronized (sightings) {
      while (!condition.getAsBoolean()) {
        long left = end - System.nanoTime();
        if (left <= 0) {
          return false;
        }
        sightings.wait(Math.max(1, left / 1_000_000));
      }
      return true;
    }
  }
}
