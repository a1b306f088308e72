package dev.hairpin.capture;

import java.util.AbstractList;
import java.util.Objects;
import java.util.RandomAccess;

/**
 * A stretch of an array whose places are written once and never again: a list that stays as it is
 * while the log behind it grows, without a copy.
 */
final class Snapshot extends AbstractList<Sighting> implements RandomAccess {
  private final Sighting[] sightings;
  private final int from;
  private final int to;

  Snapshot(Sighting[] sightings, int from, int to) {
    this.sightings = sightings;
    this.from = from;
    this.to = to;
  }

  @Override
  public Sighting get(int index) {
    return sightings[from + Objects.checkIndex(index, to - from)];
  }

  @Override
  public int size() {
    return to - from;
  }
}
