package dev.hairpin.verdict;

import java.util.Comparator;
import java.util.Optional;

/** Once one copy came behind the fence, the fence proves nothing for the others either. */
final class LatenessRule implements Rule {
  @Override
  public Optional<Verdict> judge(Case judged) {
    return judged.copies().stream()
        .filter(Copy::late)
        .max(Comparator.comparingLong(Copy::lateBy))
        .map(latest -> Verdict.inconclusive(reason(judged.trial(), latest)));
  }

  private static String reason(Trial trial, Copy latest) {
    String meaning =
        trial.fence().state() == Fence.State.NO_UPSTREAM
            ? "the time-out is too short here, give the lab an upstream station or wait longer"
            : "frames overtake each other here, raise timing.guard above that";
    return trial.title()
        + ": not decided: a copy arrived at "
        + latest.point()
        + " "
        + Fences.lateness(latest, trial.fence())
        + ": "
        + meaning
        + ".";
  }
}
