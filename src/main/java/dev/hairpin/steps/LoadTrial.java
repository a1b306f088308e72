package dev.hairpin.steps;

import dev.hairpin.verdict.Burst;
import dev.hairpin.verdict.BurstFigures;
import dev.hairpin.verdict.OfferedRate;
import dev.hairpin.verdict.Outcome;
import dev.hairpin.verdict.RateSearch;
import dev.hairpin.verdict.Verdict;

/**
 * Numbered frames that were offered at a rate, and what came of them.
 *
 * @param verdict by the frames alone, whatever their rate was
 */
record LoadTrial(Burst burst, Verdict verdict, BurstFigures figures, OfferedRate rate) {
  /** What it shows of its rate. */
  RateSearch.Result result() {
    if (!rate.met()) {
      return RateSearch.Result.NOT_OFFERED;
    }
    return verdict.outcome() == Outcome.PASSED ? RateSearch.Result.HELD : RateSearch.Result.LOST;
  }
}
