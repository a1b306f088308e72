package dev.hairpin.verdict;

import dev.hairpin.capture.CapturePoint;
import dev.hairpin.capture.CapturePoint.Kind;
import java.util.List;
import java.util.Optional;

/** Too few copies, with whole evidence and the watch closed. */
final class ShortageRule implements Rule {
  @Override
  public Optional<Verdict> judge(Case judged) {
    return judged.missed().stream().findFirst().map(each -> verdict(judged, each));
  }

  private static Verdict verdict(Case judged, Expectation first) {
    return Verdict.failed(
            first.tooFew(),
            judged.trial().title()
                + ": "
                + Broken.phrase(judged, first)
                + "."
                + anotherWay(judged, first.point())
                + Broken.also(judged, Broken.without(first, judged)))
        .resting(Fences.assumptions(judged.trial().fence()));
  }

  /**
   * Names a place further on that saw more. It isn't a contradiction: inside the host there are
   * ways past the NIC (macvlan's bridge mode), and taking one is what the check may be about.
   */
  private static String anotherWay(Case judged, CapturePoint missed) {
    return judged.points().stream()
        .filter(point -> furtherOn(missed.kind()).contains(point.kind()))
        .filter(point -> judged.count(point) > judged.count(missed))
        .findFirst()
        .map(
            point ->
                " Yet "
                    + point
                    + " saw it "
                    + Quantity.times(judged.count(point))
                    + ": it came there on a way that "
                    + missed
                    + " doesn't see.")
        .orElse("");
  }

  private static List<Kind> furtherOn(Kind kind) {
    return switch (kind) {
      case NIC_OUT -> List.of(Kind.NIC_IN, Kind.STATION, Kind.HOST);
      case NIC_IN -> List.of(Kind.STATION, Kind.HOST);
      case STATION, HOST, UPSTREAM -> List.of();
    };
  }
}
