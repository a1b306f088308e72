package dev.hairpin.verdict;

import java.util.List;
import java.util.stream.Collectors;

/** How expectations that weren't met read in a sentence. */
final class Broken {
  private Broken() {}

  /** {@code expected that B receives it exactly once, but station B saw it twice}. */
  static String phrase(Case judged, Expectation expectation) {
    List<Copy> seen = judged.at(expectation.point());
    return "expected that "
        + expectation.claim()
        + ", but "
        + expectation.point()
        + (seen.isEmpty() ? " did not see it" : " saw it " + Quantity.times(seen.size()))
        + late(judged, seen);
  }

  private static String late(Case judged, List<Copy> seen) {
    List<Copy> late = seen.stream().filter(Copy::late).toList();
    if (late.isEmpty()) {
      return "";
    }
    String which = late.size() == seen.size() ? "" : "the last ";
    return " (" + which + Fences.lateness(late.get(late.size() - 1), judged.trial().fence()) + ")";
  }

  /** A sentence for each of the expectations that wasn't met, or nothing. */
  static String also(Case judged, List<Expectation> others) {
    return others.stream()
        .filter(each -> !each.quantity().allows(judged.count(each.point())))
        .map(each -> " Also " + phrase(judged, each) + ".")
        .collect(Collectors.joining());
  }

  /** All expectations but one. */
  static List<Expectation> without(Expectation one, Case judged) {
    return judged.expectations().stream().filter(each -> each != one).toList();
  }
}
