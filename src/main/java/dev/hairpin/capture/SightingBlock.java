package dev.hairpin.capture;

import dev.hairpin.wire.Mark;
import dev.hairpin.wire.PackedMark;
import dev.hairpin.wire.RunTag;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sightings as columns of numbers: 36 octets for each beside its frame, and no object, so that a
 * million of them are no work for the garbage collector. Each row is written once.
 */
final class SightingBlock {
  /** Rows in a block, as a power of two. */
  static final int BITS = 12;

  /** Rows in a block. */
  static final int ROWS = 1 << BITS;

  /** No row. */
  static final int NONE = -1;

  private final CapturePoint[] points = new CapturePoint[ROWS];
  private final long[] times = new long[ROWS];
  private final long[] marks = new long[ROWS];

  /** The array that is the frame, or the file that the frame is in. */
  private final Object[] homes = new Object[ROWS];

  private final int[] offsets = new int[ROWS];
  private final int[] lengths = new int[ROWS];
  private final int[] earlier = new int[ROWS];

  /** Writes a row, but for its bytes. */
  void put(int row, CapturePoint point, long epochNanos, long mark, int earlierCopy) {
    points[row] = point;
    times[row] = epochNanos;
    marks[row] = mark;
    earlier[row] = earlierCopy;
  }

  /** Writes where a row's bytes are. */
  void put(int row, Object home, int offset, int length) {
    homes[row] = home;
    offsets[row] = offset;
    lengths[row] = length;
  }

  /** Lets a row have the bytes of another. */
  void share(int row, SightingBlock other, int otherRow) {
    put(row, other.homes[otherRow], other.offsets[otherRow], other.lengths[otherRow]);
  }

  long mark(int row) {
    return marks[row];
  }

  CapturePoint point(int row) {
    return points[row];
  }

  /** The order of the copy of the same probe that came before, or {@link #NONE}. */
  int earlier(int row) {
    return earlier[row];
  }

  /** Whether the bytes of a row are these. */
  boolean holds(int row, byte[] bytes, int from, int length) {
    if (lengths[row] != length) {
      return false;
    }
    if (homes[row] instanceof byte[] whole) {
      return Arrays.equals(whole, 0, length, bytes, from, from + length);
    }
    return Arrays.equals(frame(row), 0, length, bytes, from, from + length);
  }

  Sighting sighting(int row, long order, RunTag run) {
    @Nullable Mark mark =
        marks[row] == PackedMark.NONE ? null : PackedMark.unpacked(run, marks[row]);
    return new Sighting(points[row], order, times[row], frame(row), Optional.ofNullable(mark));
  }

  private byte[] frame(int row) {
    if (homes[row] instanceof byte[] whole) {
      return whole;
    }
    byte[] copy = new byte[lengths[row]];
    ((ByteBuffer) homes[row]).get(offsets[row], copy);
    return copy;
  }
}
