package dev.hairpin.bench;

import java.util.List;
import java.util.Optional;

/**
 * One thing measured.
 *
 * @param name one of {@link Measure}'s names
 * @param value the median of the samples; empty where it could not be measured
 * @param unit of the value, and of the peers' values
 * @param better {@code less} or {@code more}
 * @param samples how often it was measured
 * @param peers the same work by other programs, on the same lab
 * @param why one sentence: what was done, or why it could not be measured
 */
public record Figure(
    String name,
    Optional<Double> value,
    String unit,
    String better,
    int samples,
    List<PeerFigure> peers,
    String why) {
  /** Keeps a copy of the list. */
  public Figure {
    peers = List.copyOf(peers);
  }

  /** What was measured of it. */
  static Figure of(Measure measure, double value, int samples, List<PeerFigure> peers, String why) {
    return new Figure(
        measure.id(), Optional.of(value), measure.unit(), measure.better(), samples, peers, why);
  }

  static Figure lacking(Measure measure, String why) {
    return new Figure(
        measure.id(), Optional.empty(), measure.unit(), measure.better(), 0, List.of(), why);
  }
}
