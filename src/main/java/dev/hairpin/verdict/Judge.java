package dev.hairpin.verdict;

import dev.hairpin.capture.Sighting;
import java.util.List;
import java.util.Optional;

/**
 * Holds what was expected of a probe against what was seen of it.
 *
 * <p>The rules in their order; the first that has a verdict decides:
 *
 * <ol>
 *   <li>A sighting that is no copy of the probe: inconclusive, the evidence is mixed up.
 *   <li>A copy whose bytes aren't those that were sent: failed, altered; tag-altered when that is
 *       all that any copy has.
 *   <li>More copies somewhere than expected: failed. What was seen needs no fence and stands even
 *       if captures dropped frames. The first such expectation of the list names the diagnosis,
 *       before any shortage.
 *   <li>Trouble in the lab, drops, a place that nothing watched, a lost fence, captures that
 *       contradict each other, nothing expected at all, or nothing but absences of a probe that
 *       nobody saw anywhere: inconclusive.
 *   <li>A copy seen after the watch had ended: inconclusive, because the fence was overtaken and
 *       proves nothing.
 *   <li>Fewer copies somewhere than expected: failed. The first such expectation names the
 *       diagnosis.
 *   <li>Passed.
 * </ol>
 *
 * <p>Late copies count in the second and the third rule like any other.
 */
public final class Judge {
  private static final List<Rule> RULES =
      List.of(
          new StrangerRule(),
          new AlterationRule(),
          new SurplusRule(),
          new SoundnessRule(),
          new LatenessRule(),
          new ShortageRule());

  private Judge() {}

  /**
   * Judges one trial.
   *
   * @param expectations in the order in which a broken one names the diagnosis
   * @param copies every sighting of the trial's probe there is by now, those of places that weren't
   *     watched included, in any order
   */
  public static Verdict judge(Trial trial, List<Expectation> expectations, List<Sighting> copies) {
    return judge(Case.of(trial, expectations, copies));
  }

  static Verdict judge(Case judged) {
    return RULES.stream()
        .map(rule -> rule.judge(judged))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseGet(() -> passed(judged));
  }

  private static Verdict passed(Case judged) {
    List<String> claims = judged.expectations().stream().map(Expectation::claim).toList();
    return Verdict.passed(judged.trial().title() + ": " + Wording.and(claims) + ".")
        .resting(Fences.assumptions(judged.trial().fence()));
  }
}
