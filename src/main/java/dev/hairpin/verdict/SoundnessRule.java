package dev.hairpin.verdict;

import dev.hairpin.capture.CapturePoint;
import dev.hairpin.capture.CapturePoint.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Presence and absence can be told only where the evidence is whole. */
final class SoundnessRule implements Rule {
  @Override
  public Optional<Verdict> judge(Case judged) {
    List<String> doubts = new ArrayList<>();
    judged.trial().trouble().ifPresent(doubts::add);
    drops(judged, doubts);
    unwatched(judged, doubts);
    fence(judged, doubts);
    contradictions(judged, doubts);
    nothing(judged, doubts);
    return doubts.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Verdict.inconclusive(
                judged.trial().title() + ": not decided: " + String.join("; ", doubts) + "."));
  }

  private static void drops(Case judged, List<String> doubts) {
    judged.trial().drops().stream()
        .filter(each -> each.frames() > 0)
        .map(
            each ->
                each.where()
                    + " dropped "
                    + (each.frames() == 1 ? "1 frame" : each.frames() + " frames")
                    + " meanwhile, run it again when this machine is less busy")
        .forEach(doubts::add);
  }

  private static void unwatched(Case judged, List<String> doubts) {
    judged.expectations().stream()
        .filter(each -> !judged.watches(each.point()))
        .map(
            each ->
                "nothing watched "
                    + each.point()
                    + ", so whether "
                    + each.claim()
                    + " can't be told; start a capture there")
        .forEach(doubts::add);
  }

  private static void fence(Case judged, List<String> doubts) {
    Fence fence = judged.trial().fence();
    if (fence.state() == Fence.State.LOST) {
      doubts.add(
          "the fence was lost ("
              + fence.detail()
              + "), so nothing says that the watch was long enough; see whether this uplink and"
              + " the upstream station reach each other");
    }
  }

  /** From the uplink to the upstream station there is no way but out of the NIC. */
  private static void contradictions(Case judged, List<String> doubts) {
    judged.missed().stream()
        .map(Expectation::point)
        .filter(point -> point.kind() == Kind.NIC_OUT)
        .forEach(
            out ->
                judged.points().stream()
                    .filter(point -> point.kind() == Kind.UPSTREAM)
                    .filter(point -> judged.count(point) > judged.count(out))
                    .map(upstream -> contradiction(judged, out, upstream))
                    .forEach(doubts::add));
  }

  private static String contradiction(Case judged, CapturePoint out, CapturePoint upstream) {
    return upstream
        + " saw it "
        + Quantity.times(judged.count(upstream))
        + ", but "
        + out
        + ", which it has to pass before, "
        + Quantity.times(judged.count(out))
        + ": that capture misses frames, see whether the NIC sends some past the kernel";
  }

  /** That nobody saw a probe anywhere proves an absence no better than that it was never sent. */
  private static void nothing(Case judged, List<String> doubts) {
    if (judged.expectations().isEmpty()) {
      doubts.add("no 'Then' of the scenario speaks of it");
    } else if (judged.copies().isEmpty() && judged.missed().isEmpty()) {
      doubts.add(
          "no copy was seen anywhere, so nothing shows that it was sent at all; watch a place that"
              + " it must pass, such as its NIC");
    }
  }
}
