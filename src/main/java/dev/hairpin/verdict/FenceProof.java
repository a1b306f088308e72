package dev.hairpin.verdict;

import dev.hairpin.capture.Sighting;
import dev.hairpin.wire.ProbeRole;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/** Holds what is said of a fence against the frames that were seen. */
final class FenceProof {
  private FenceProof() {}

  /**
   * The fence, or a lost one when the frames don't show that it returned.
   *
   * @param behind the number of the last frame that it closes; 0 for frames without a number
   * @param numbered the sightings of the frame with a number
   */
  static Fence of(Fence fence, int behind, IntFunction<List<Sighting>> numbered) {
    if (fence.state() != Fence.State.RETURNED) {
      return fence;
    }
    Optional<String> gap =
        fence.arrivals().isEmpty()
            ? Optional.of("no arrival of it is on record")
            : fence.arrivals().stream()
                .filter(each -> each.number() <= behind || !seen(fence, each, numbered))
                .findFirst()
                .map(
                    each ->
                        "no intact frame %d was seen at %s before the watch ended"
                            .formatted(each.number(), each.point()));
    return gap.map(
            why ->
                new Fence(
                    Fence.State.LOST, fence.closedEpochNanos(), fence.guard(), why, List.of()))
        .orElse(fence);
  }

  private static boolean seen(
      Fence fence, Fence.Arrival arrival, IntFunction<List<Sighting>> numbered) {
    return numbered.apply(arrival.number()).stream()
        .filter(each -> each.point().name().equals(arrival.point().name()))
        .filter(each -> each.epochNanos() <= fence.closedEpochNanos())
        .flatMap(each -> each.mark().stream())
        .anyMatch(mark -> mark.intact() && mark.role() != ProbeRole.PROBE);
  }
}
