package dev.hairpin.verdict;

import java.util.List;
import java.util.Optional;

/** A copy that was changed on its way is positive evidence, wherever and whenever it was seen. */
final class AlterationRule implements Rule {
  @Override
  public Optional<Verdict> judge(Case judged) {
    List<Copy> altered = judged.copies().stream().filter(Copy::altered).toList();
    return altered.stream()
        .filter(each -> !each.changes().onlyTag())
        .findFirst()
        .or(() -> altered.stream().findFirst())
        .map(worst -> verdict(judged, worst, altered.size()));
  }

  private static Verdict verdict(Case judged, Copy worst, int count) {
    String reason =
        judged.trial().title()
            + ": "
            + worst.point()
            + " saw a copy that was changed on its way: "
            + worst.changes()
            + (worst.late() ? ", " + Fences.lateness(worst, judged.trial().fence()) : "")
            + (count > 1 ? "; " + count + " of " + judged.copies().size() + " copies changed" : "")
            + ".";
    return Verdict.failed(
        worst.changes().onlyTag() ? Diagnosis.TAG_ALTERED : Diagnosis.ALTERED,
        reason + Broken.also(judged, judged.expectations()));
  }
}
