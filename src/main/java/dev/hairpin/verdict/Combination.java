package dev.hairpin.verdict;

import java.util.List;
import java.util.Optional;

/** Many verdicts of one check to one. */
final class Combination {
  private static final List<Outcome> GRAVEST_FIRST =
      List.of(Outcome.FAILED, Outcome.INCONCLUSIVE, Outcome.WAIVED, Outcome.SKIPPED);

  private Combination() {}

  static Verdict of(List<Recorded> recorded, List<Verdict> verdicts) {
    if (verdicts.isEmpty()) {
      return Verdict.inconclusive(
          "Nothing was judged: the scenario ended before it sent a probe or looked at anything.");
    }
    return GRAVEST_FIRST.stream()
        .map(outcome -> first(outcome, verdicts))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseGet(
            () ->
                Verdict.passed(PassedSentence.of(recorded))
                    .resting(
                        verdicts.stream()
                            .flatMap(each -> each.assumptions().stream())
                            .distinct()
                            .toList()));
  }

  private static Optional<Verdict> first(Outcome outcome, List<Verdict> verdicts) {
    List<Verdict> such = verdicts.stream().filter(each -> each.outcome() == outcome).toList();
    return such.stream()
        .findFirst()
        .map(
            each ->
                such.size() == 1
                    ? each
                    : each.adding(
                        "(The first of "
                            + such.size()
                            + " that are "
                            + outcome.id()
                            + ", of "
                            + verdicts.size()
                            + " judged.)"));
  }
}
