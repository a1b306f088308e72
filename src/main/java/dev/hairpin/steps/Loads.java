package dev.hairpin.steps;

import dev.hairpin.lab.Load;
import dev.hairpin.verdict.Burst;
import dev.hairpin.verdict.BurstFigures;
import dev.hairpin.verdict.BurstJudge;
import dev.hairpin.verdict.Diagnosis;
import dev.hairpin.verdict.Finding;
import dev.hairpin.verdict.OfferedRate;
import dev.hairpin.verdict.Outcome;
import dev.hairpin.verdict.Verdict;
import java.io.IOException;
import java.util.Optional;

/** Offers numbered frames at a rate, and holds to it that they went at that rate. */
final class Loads {
  /** How often frames are sent anew that didn't go at the rate that was wanted, all in all. */
  private static final int ATTEMPTS = 3;

  private final CheckScope check;

  Loads(CheckScope check) {
    this.check = check;
  }

  /**
   * Sends them, and again where they didn't go at the wanted rate; the last is given, whatever its
   * rate was, but where one before it came closer.
   */
  LoadTrial send(String title, Actor from, Actor to, Load load)
      throws IOException, InterruptedException {
    LoadTrial closest = once(title, from, to, load);
    for (int attempt = 1; attempt < ATTEMPTS && !closest.rate().met(); attempt++) {
      LoadTrial next = once(title, from, to, load);
      if (next.rate().met() || next.rate().real() > closest.rate().real()) {
        closest = next;
      }
    }
    return closest;
  }

  private LoadTrial once(String title, Actor from, Actor to, Load load)
      throws IOException, InterruptedException {
    Burst burst =
        check
            .uplink()
            .burst(check.title(title), from.on(check.uplink()), to.on(check.uplink()), load);
    BurstFigures figures = BurstFigures.of(burst, check.seen(burst));
    Verdict verdict = BurstJudge.judge(burst, check.seen(burst));
    // Only loss depends on the rate: a frame that is doubled, changed or overtaken is a fault at
    // any.
    if (verdict.outcome() == Outcome.FAILED
        && !verdict.diagnosis().equals(Optional.of(Diagnosis.LOST))) {
      check.burst(burst);
    }
    return new LoadTrial(
        burst, verdict, figures, new OfferedRate(load.framesPerSecond(), figures.rate().orElse(0)));
  }

  /** Judges a trial: what didn't go at the wanted rate decides nothing. */
  void hold(LoadTrial trial) {
    if (!trial.rate().met() && trial.verdict().outcome() != Outcome.INCONCLUSIVE) {
      check.find(
          Finding.inconclusive(
              trial.burst().title() + " leave the NIC at that rate",
              trial.rate().shortfall(ATTEMPTS)));
    }
    check.burst(trial.burst());
  }
}
