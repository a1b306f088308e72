package dev.hairpin.report;

import java.util.List;

/**
 * The way of one probe.
 *
 * @param name what was sent, such as {@code A to B, unicast, relay on}
 * @param sender the place that sent it, such as {@code station A}
 * @param hops the places that were watched, in the order in which a probe passes them
 */
public record TrialPath(String name, String sender, List<Hop> hops) {
  public TrialPath {
    hops = List.copyOf(hops);
  }

  /** Whether every place saw what it should. */
  boolean ok() {
    return hops.stream().allMatch(Hop::ok);
  }
}
