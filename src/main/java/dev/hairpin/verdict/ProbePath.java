package dev.hairpin.verdict;

import dev.hairpin.wire.Probe;
import java.util.List;

/**
 * The way of one trial's probe, for a drawing.
 *
 * @param title the trial's
 * @param probe as it was sent
 * @param fence what closed the watch
 * @param hops the watched places in the order of the way, then any other that something was
 *     expected at or that saw a copy
 * @param verdict the trial's own
 */
public record ProbePath(String title, Probe probe, Fence fence, List<Hop> hops, Verdict verdict) {
  /** Keeps a copy of the list. */
  public ProbePath {
    hops = List.copyOf(hops);
  }

  static ProbePath of(Case judged, Verdict verdict) {
    return new ProbePath(
        judged.trial().title(),
        judged.trial().probe(),
        judged.trial().fence(),
        judged.points().stream().map(point -> Hop.of(point, judged)).toList(),
        verdict);
  }
}
