package dev.hairpin.report;

import dev.hairpin.capture.CapturePoint;
import dev.hairpin.verdict.Drop;
import dev.hairpin.verdict.Entry;
import dev.hairpin.verdict.Fence;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** How many frames each capture lost while a check's probes were under way. */
final class Drops {
  private final Map<String, Long> byPoint = new TreeMap<>();
  private final Set<Fence> counted = new HashSet<>();

  private Drops() {}

  /** By the points' names; a point at which no probe was watched has no entry. */
  static Map<String, Long> of(List<Entry> entries) {
    Drops drops = new Drops();
    for (Entry each : entries) {
      if (each instanceof Entry.OfTrial of) {
        drops.add(of.trial().watched(), of.trial().fence(), of.trial().drops());
      } else if (each instanceof Entry.OfBurst of) {
        drops.add(of.burst().way(), of.burst().fence(), of.burst().drops());
      }
    }
    return drops.byPoint;
  }

  private void add(List<CapturePoint> watched, Fence fence, List<Drop> drops) {
    watched.forEach(each -> byPoint.putIfAbsent(each.name(), 0L));
    // Probes that were sent together share their fence and what was lost meanwhile.
    if (counted.add(fence)) {
      drops.forEach(each -> byPoint.merge(each.where(), each.frames(), Long::sum));
    }
  }
}
