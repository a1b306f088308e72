package dev.hairpin.verdict;

import dev.hairpin.capture.Sighting;
import java.util.Locale;
import java.util.Optional;

/** Evidence that belongs to another frame decides nothing. */
final class StrangerRule implements Rule {
  @Override
  public Optional<Verdict> judge(Case judged) {
    return judged.stranger().map(each -> Verdict.inconclusive(reason(judged.trial(), each)));
  }

  private static String reason(Trial trial, Sighting stranger) {
    return trial.title()
        + ": not decided: sighting "
        + stranger.order()
        + " at "
        + stranger.point()
        + " is no copy of probe "
        + trial.probe().number()
        + " but "
        + stranger
            .mark()
            .map(
                mark ->
                    "a "
                        + mark.role().name().toLowerCase(Locale.ROOT)
                        + " numbered "
                        + mark.number()
                        + " of run "
                        + mark.run())
            .orElse("an unmarked frame")
        + "; each frame of a run needs a number of its own, this is an error of the program.";
  }
}
