package dev.hairpin.capture;

import dev.hairpin.wire.FrameSink;
import dev.hairpin.wire.PackedMark;
import dev.hairpin.wire.Recogniser;
import dev.hairpin.wire.RunTag;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.IntPredicate;

/**
 * Everything of one uplink that was seen in one run, from the first capture to the last, so that a
 * late copy finds the verdict it belongs to. Safe for many threads.
 *
 * <p>A probe is seen at three or four places; its unaltered copies share one array of bytes.
 */
public final class SightingLog {
  private final RunTag run;
  private final Recogniser recogniser;
  private final IntPredicate own;
  private final Object lock = new Object();
  private ProbeIndex probes = new ProbeIndex();
  private SightingBlock[] blocks = {new SightingBlock()};
  private int size;
  private int waiting;

  /**
   * An empty log.
   *
   * @param run frames with another run's mark are kept as unmarked
   * @param recogniser finds a probe's mark in a frame
   */
  public SightingLog(RunTag run, Recogniser recogniser) {
    this(run, recogniser, number -> true);
  }

  /**
   * One that is kept beside others of the same run. Broadcast and flooded frames of each uplink
   * reach all the others; those are in the log of the uplink whose they are.
   *
   * @param own whether a probe's number belongs here; an unaltered frame that carries another one
   *     is left out
   */
  public SightingLog(RunTag run, Recogniser recogniser, IntPredicate own) {
    this.run = run;
    this.recogniser = recogniser;
    this.own = own;
  }

  /** The run whose frames are marked in it. */
  public RunTag run() {
    return run;
  }

  /** Where the frames of one capture point go. */
  public FrameSink at(CapturePoint point) {
    return (epochNanos, frame) -> {
      long mark = recogniser.find(run, frame, 0, frame.length);
      if (belongs(mark)) {
        synchronized (lock) {
          add(point, epochNanos, mark, frame, 0, frame.length, frame, 0);
        }
      }
    };
  }

  private boolean belongs(long mark) {
    return mark == PackedMark.NONE || !PackedMark.intact(mark) || own.test(PackedMark.number(mark));
  }

  /** The next frames of a file, with their marks. */
  FileFrames looked(PcapRecords records, FileFrames frames) throws IOException {
    return records.fill(frames, run, recogniser);
  }

  /** Puts frames of a file in that one capture point wrote; their bytes stay in the file. */
  void add(CapturePoint point, ByteBuffer file, FileFrames frames) {
    synchronized (lock) {
      for (int row = 0; row < frames.count; row++) {
        int from = frames.from[row];
        add(
            point,
            frames.epochNanos[row],
            frames.marks[row],
            frames.window,
            from,
            frames.lengths[row],
            file,
            frames.windowAt + from);
      }
    }
  }

  private void add(
      CapturePoint point,
      long epochNanos,
      long mark,
      byte[] bytes,
      int from,
      int length,
      Object home,
      int homeOffset) {
    int order = size;
    if (order == blocks.length * SightingBlock.ROWS) {
      grow();
    }
    SightingBlock block = block(order);
    int row = row(order);
    int earlier =
        mark == PackedMark.NONE
            ? SightingBlock.NONE
            : probes.replace(PackedMark.number(mark), order);
    block.put(row, point, epochNanos, mark, earlier);
    int alike = alike(earlier, bytes, from, length);
    if (alike == SightingBlock.NONE) {
      block.put(row, home, homeOffset, length);
    } else {
      block.share(row, block(alike), row(alike));
    }
    size++;
    if (waiting > 0) {
      lock.notifyAll();
    }
  }

  /** A copy of the same probe that has the same bytes. */
  private int alike(int earlier, byte[] bytes, int from, int length) {
    int copy = earlier;
    while (copy != SightingBlock.NONE && !block(copy).holds(row(copy), bytes, from, length)) {
      copy = block(copy).earlier(row(copy));
    }
    return copy;
  }

  private void grow() {
    SightingBlock[] more = Arrays.copyOf(blocks, blocks.length + 1);
    more[blocks.length] = new SightingBlock();
    blocks = more;
  }

  /** Lets go of everything, once all is judged and written: it is empty then. */
  public void forget() {
    synchronized (lock) {
      probes = new ProbeIndex();
      blocks = new SightingBlock[] {new SightingBlock()};
      size = 0;
    }
  }

  private SightingBlock block(int order) {
    return blocks[order >>> SightingBlock.BITS];
  }

  private static int row(int order) {
    return order & SightingBlock.ROWS - 1;
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
    return snapshot(order);
  }

  private Snapshot snapshot(long order) {
    synchronized (lock) {
      if (order < 0 || order > size) {
        throw new IndexOutOfBoundsException("order " + order + " of " + size + " sightings");
      }
      return new Snapshot(run, blocks, (int) order, size);
    }
  }

  /**
   * The sightings of some probes from one order on, as they stand now; what isn't wanted costs next
   * to nothing.
   *
   * @param order 0 to {@link #size()}
   * @param probeNumbers which
   */
  public List<Sighting> marked(long order, IntPredicate probeNumbers) {
    Snapshot all = snapshot(order);
    List<Sighting> found = new ArrayList<>();
    for (int index = 0; index < all.size(); index++) {
      long mark = all.mark(index);
      if (mark != PackedMark.NONE && probeNumbers.test(PackedMark.number(mark))) {
        found.add(all.get(index));
      }
    }
    return found;
  }

  /** The copies of one probe, in their order, as they stand now. */
  public List<Sighting> of(int probeNumber) {
    synchronized (lock) {
      List<Sighting> copies = new ArrayList<>();
      int copy = probes.last(probeNumber);
      while (copy != SightingBlock.NONE) {
        copies.add(block(copy).sighting(row(copy), copy, run));
        copy = block(copy).earlier(row(copy));
      }
      Collections.reverse(copies);
      return List.copyOf(copies);
    }
  }

  /** How many copies of one probe one point has seen. */
  public long count(int probeNumber, CapturePoint point) {
    synchronized (lock) {
      long count = 0;
      int copy = probes.last(probeNumber);
      while (copy != SightingBlock.NONE) {
        count += block(copy).point(row(copy)).equals(point) ? 1 : 0;
        copy = block(copy).earlier(row(copy));
      }
      return count;
    }
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
        waiting++;
        try {
          while (size == seen) {
            long left = end - System.nanoTime();
            if (left <= 0) {
              return false;
            }
            TimeUnit.NANOSECONDS.timedWait(lock, left);
          }
        } finally {
          waiting--;
        }
      }
      if (System.nanoTime() - end >= 0) {
        return condition.getAsBoolean();
      }
    }
  }
}
