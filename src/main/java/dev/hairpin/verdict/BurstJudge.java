package dev.hairpin.verdict;

import dev.hairpin.capture.CapturePoint;
import dev.hairpin.capture.Sighting;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Judges a burst: each frame passes each place once, unaltered, in the order of sending.
 *
 * <p>What was seen too much or changed is positive evidence and stands whatever else went wrong.
 * What is missing, or in another order, counts only when nothing dropped, the fence returned, and
 * none came after the watch had ended, and the frames left the NIC complete and in order: what this
 * host lost itself no switch is blamed for.
 */
public final class BurstJudge {
  private BurstJudge() {}

  /** What one place saw. */
  private static final class Place {
    private final CapturePoint point;
    private final BitSet seen;
    private int highest = -1;
    private int overtaken;
    private int firstOvertaken = -1;
    private int twice = -1;
    private long latest = Long.MIN_VALUE;

    Place(CapturePoint point, int count) {
      this.point = point;
      this.seen = new BitSet(count);
    }

    void take(int index, long epochNanos) {
      latest = Math.max(latest, epochNanos);
      if (seen.get(index)) {
        twice = twice < 0 ? index : twice;
        return;
      }
      seen.set(index);
      if (index < highest) {
        overtaken++;
        firstOvertaken = firstOvertaken < 0 ? index : firstOvertaken;
      }
      highest = Math.max(highest, index);
    }
  }

  /**
   * The verdict.
   *
   * @param sightings those of the burst's frames, or more, in the order of each place
   */
  public static Verdict judge(Burst burst, List<Sighting> sightings) {
    List<Place> places = burst.way().stream().map(each -> new Place(each, burst.count())).toList();
    for (Sighting each : sightings) {
      Optional<Integer> number =
          each.mark().map(mark -> mark.number()).filter(found -> burst.holds(found));
      if (number.isEmpty()) {
        continue;
      }
      if (!each.mark().orElseThrow().intact()) {
        return Verdict.failed(
            Diagnosis.ALTERED,
            "%s: %s saw frame %d of %d changed on its way."
                .formatted(
                    burst.title(), each.point(), number.get() - burst.first() + 1, burst.count()));
      }
      places.stream()
          .filter(place -> place.point.name().equals(each.point().name()))
          .forEach(place -> place.take(number.get() - burst.first(), each.epochNanos()));
    }
    return surplus(burst, places)
        .or(() -> doubts(burst, places))
        .or(() -> shortage(burst, places))
        .or(() -> disorder(burst, places))
        .orElseGet(() -> passed(burst));
  }

  private static Optional<Verdict> surplus(Burst burst, List<Place> places) {
    return places.stream()
        .filter(place -> place.twice >= 0)
        .findFirst()
        .map(
            place ->
                Verdict.failed(
                    Diagnosis.DUPLICATE,
                    "%s: %s saw frame %d more than once."
                        .formatted(burst.title(), place.point, place.twice + 1)));
  }

  private static Optional<Verdict> doubts(Burst burst, List<Place> places) {
    Place out = places.get(0);
    Optional<String> doubt =
        burst
            .trouble()
            .or(
                () ->
                    burst.drops().stream()
                        .filter(each -> each.frames() > 0)
                        .findFirst()
                        .map(
                            each ->
                                "%s dropped %d frames meanwhile, run it again when this machine is less busy"
                                    .formatted(each.where(), each.frames())))
            .or(
                () ->
                    burst.fence().state() == Fence.State.LOST
                        ? Optional.of("the fence was lost (" + burst.fence().detail() + ")")
                        : Optional.empty())
            .or(() -> lateness(burst, places))
            .or(
                () ->
                    out.seen.cardinality() < burst.count()
                        ? Optional.of(
                            "only %d of %d frames left the NIC, this host lost the others before the wire"
                                .formatted(out.seen.cardinality(), burst.count()))
                        : Optional.empty())
            .or(
                () ->
                    out.overtaken > 0
                        ? Optional.of(
                            "%d frames left the NIC in another order than they were sent"
                                .formatted(out.overtaken))
                        : Optional.empty());
    return doubt.map(why -> Verdict.inconclusive(burst.title() + ": not decided: " + why + "."));
  }

  /** Once one frame came behind the fence, the fence proves nothing for the missing ones either. */
  private static Optional<String> lateness(Burst burst, List<Place> places) {
    return places.stream()
        .filter(place -> place.latest > burst.fence().closedEpochNanos())
        .findFirst()
        .map(
            place ->
                "frames arrived at %s until %s after the watch had ended, raise timing.guard above that"
                    .formatted(
                        place.point,
                        Wording.span(place.latest - burst.fence().closedEpochNanos())));
  }

  private static Optional<Verdict> shortage(Burst burst, List<Place> places) {
    return places.stream()
        .filter(place -> place.seen.cardinality() < burst.count())
        .findFirst()
        .map(
            place ->
                Verdict.failed(
                        Diagnosis.LOST,
                        "%s: %s saw %d of %d, the first that is missing is frame %d."
                            .formatted(
                                burst.title(),
                                place.point,
                                place.seen.cardinality(),
                                burst.count(),
                                place.seen.nextClearBit(0) + 1))
                    .resting(Fences.assumptions(burst.fence())));
  }

  private static Optional<Verdict> disorder(Burst burst, List<Place> places) {
    return places.stream()
        .filter(place -> place.overtaken > 0)
        .findFirst()
        .map(
            place ->
                Verdict.failed(
                    Diagnosis.REORDERED,
                    "%s: at %s %d frames came behind later ones, the first is frame %d."
                        .formatted(
                            burst.title(),
                            place.point,
                            place.overtaken,
                            place.firstOvertaken + 1)));
  }

  private static Verdict passed(Burst burst) {
    return Verdict.passed(
            "%s: each passed %s once, unaltered and in order."
                .formatted(
                    burst.title(),
                    Wording.and(burst.way().stream().map(CapturePoint::toString).toList())))
        .resting(Fences.assumptions(burst.fence()));
  }
}
