package dev.hairpin.report;

import dev.hairpin.verdict.Hop;
import dev.hairpin.verdict.ProbePath;
import dev.hairpin.verdict.Quantity;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The ways of probes, as the report draws them. */
public final class TrialPaths {
  private TrialPaths() {}

  /**
   * One way.
   *
   * @param from the place that it was sent from
   */
  public static TrialPath of(ProbePath path, String from) {
    long first =
        path.hops().stream().flatMapToLong(each -> each.firstEpochNanos().stream()).min().orElse(0);
    List<dev.hairpin.report.Hop> hops = path.hops().stream().map(each -> hop(each, first)).toList();
    return new TrialPath(path.title(), from, hops);
  }

  private static dev.hairpin.report.Hop hop(Hop hop, long first) {
    return new dev.hairpin.report.Hop(
        hop.point().name(),
        hop.point().kind(),
        hop.expected().map(TrialPaths::figures).orElse("any"),
        hop.seen(),
        micros(hop.firstEpochNanos(), first),
        micros(hop.lastEpochNanos(), first),
        hop.altered(),
        hop.late(),
        hop.asExpected());
  }

  private static String figures(Quantity quantity) {
    if (quantity.least() == quantity.most()) {
      return String.valueOf(quantity.least());
    }
    if (quantity.most() == Integer.MAX_VALUE) {
      return quantity.least() == 0 ? "any" : "at least " + quantity.least();
    }
    return quantity.least() == 0 ? "at most " + quantity.most() : quantity.toString();
  }

  private static Optional<Double> micros(OptionalLong at, long first) {
    return at.isPresent() ? Optional.of((at.getAsLong() - first) / 1e3) : Optional.empty();
  }
}
