package dev.hairpin.verdict;

import java.util.Optional;

/** Too many copies are positive evidence: they need no fence, and no drop explains them. */
final class SurplusRule implements Rule {
  @Override
  public Optional<Verdict> judge(Case judged) {
    return judged.exceeded().stream().findFirst().map(each -> verdict(judged, each));
  }

  private static Verdict verdict(Case judged, Expectation first) {
    return Verdict.failed(
        first.tooMany(),
        judged.trial().title()
            + ": "
            + Broken.phrase(judged, first)
            + "."
            + Broken.also(judged, Broken.without(first, judged)));
  }
}
