package dev.hairpin.verdict;

import java.util.List;
import java.util.Optional;

/**
 * One thing that a check's verdict is made of, with all that it takes to judge it again, on another
 * day, from what was seen.
 */
public sealed interface Entry {
  /**
   * What a trial or a burst came to when the scenario ended.
   *
   * @param diagnosis of one that failed
   */
  record Settled(Outcome outcome, Optional<Diagnosis> diagnosis) {
    static Settled of(Verdict verdict) {
      return new Settled(verdict.outcome(), verdict.diagnosis());
    }

    Verdict verdict() {
      return new Verdict(outcome, diagnosis, "When the scenario ended.", List.of());
    }
  }

  /** A probe, and what was expected of it. */
  record OfTrial(Trial trial, List<Expectation> expectations, Optional<Settled> whenEnded)
      implements Entry {}

  /** A burst. */
  record OfBurst(Burst burst, Optional<Settled> whenEnded) implements Entry {}

  /** What was asked of the frames of guests, which carry no mark. */
  record OfQuestion(Stretch stretch, Parties parties, Question question) implements Entry {}

  /**
   * A fence behind frames that carry no mark.
   *
   * @param claim what it shows when it returned
   */
  record OfFence(String claim, Fence fence) implements Entry {}

  /** Somebody's word: no frame shows it. */
  record OfFinding(Finding finding) implements Entry {}

  /**
   * The relay was no longer what the check rested on, as the switch says: what the wire showed
   * because of the relay counts no more.
   *
   * @param finding what was found out about that; it never passed, so that nothing is raised to
   *     passed by it
   */
  record OfRelayChange(Finding finding) implements Entry {
    /**
     * Checks that.
     *
     * @throws IllegalArgumentException when it neither failed nor is inconclusive
     */
    public OfRelayChange {
      if (finding.outcome() != Outcome.FAILED && finding.outcome() != Outcome.INCONCLUSIVE) {
        throw new IllegalArgumentException(
            "a relay that was changed makes no check " + finding.outcome().id());
      }
    }
  }

  /** What was not tried. */
  record OfSkip(String reason) implements Entry {}
}
