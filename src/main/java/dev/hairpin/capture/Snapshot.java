package dev.hairpin.capture;

import dev.hairpin.wire.RunTag;
import java.util.AbstractList;
import java.util.Objects;
import java.util.RandomAccess;

/**
 * A stretch of rows that are written once and never again: a list that stays as it is while the log
 * behind it grows, without a copy. A sighting becomes an object when it is asked for.
 */
final class Snapshot extends AbstractList<Sighting> implements RandomAccess {
  private final RunTag run;
  private final SightingBlock[] blocks;
  private final int from;
  private final int to;

  Snapshot(RunTag run, SightingBlock[] blocks, int from, int to) {
    this.run = run;
    this.blocks = blocks;
    this.from = from;
    this.to = to;
  }

  @Override
  public Sighting get(int index) {
    int order = from + Objects.checkIndex(index, to - from);
    return blocks[order >>> SightingBlock.BITS].sighting(
        order & SightingBlock.ROWS - 1, order, run);
  }

  /** A sighting's packed mark. */
  long mark(int index) {
    int order = from + Objects.checkIndex(index, to - from);
    return blocks[order >>> SightingBlock.BITS].mark(order & SightingBlock.ROWS - 1);
  }

  @Override
  public int size() {
    return to - from;
  }
}
