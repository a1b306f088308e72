package dev.hairpin.bench;

import java.util.Optional;

/**
 * What a peer took, beside us.
 *
 * @param value the peer's, in the figure's unit
 * @param ratio ours through it; none where the peer took nothing
 */
record Beside(double value, Optional<Double> ratio) {
  /** Of a figure that was measured before the peer was. */
  static Beside of(double value, double ours) {
    return new Beside(value, value == 0 ? Optional.empty() : Optional.of(ours / value));
  }
}
