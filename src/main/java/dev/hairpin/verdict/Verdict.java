package dev.hairpin.verdict;

import java.util.List;
import java.util.Optional;

/**
 * What was decided, and why.
 *
 * @param outcome what was decided
 * @param diagnosis present for failed and waived, and for these alone
 * @param reason one sentence for a person
 * @param assumptions what the decision rests on without proof, such as a time-out in place of a
 *     fence
 */
public record Verdict(
    Outcome outcome, Optional<Diagnosis> diagnosis, String reason, List<String> assumptions) {

  /**
   * Checks that these belong together.
   *
   * @throws IllegalArgumentException when they don't
   */
  public Verdict {
    boolean wanted = outcome == Outcome.FAILED || outcome == Outcome.WAIVED;
    if (wanted != diagnosis.isPresent()) {
      throw new IllegalArgumentException(
          "a verdict of " + outcome.id() + (wanted ? " needs a" : " has no") + " diagnosis");
    }
    Wording.required("reason", reason);
    assumptions = List.copyOf(assumptions);
  }

  /** Decided: as claimed. */
  public static Verdict passed(String reason) {
    return new Verdict(Outcome.PASSED, Optional.empty(), reason, List.of());
  }

  /** Decided: not as claimed. */
  public static Verdict failed(Diagnosis diagnosis, String reason) {
    return new Verdict(Outcome.FAILED, Optional.of(diagnosis), reason, List.of());
  }

  /** Not decided. */
  public static Verdict inconclusive(String reason) {
    return new Verdict(Outcome.INCONCLUSIVE, Optional.empty(), reason, List.of());
  }

  /** Not tried. */
  public static Verdict skipped(String reason) {
    return new Verdict(Outcome.SKIPPED, Optional.empty(), reason, List.of());
  }

  /** The same, resting on assumptions that the reason names too. */
  Verdict resting(List<String> on) {
    return on.isEmpty()
        ? this
        : new Verdict(outcome, diagnosis, reason + " This rests on " + Wording.and(on) + ".", on);
  }

  /** The same with a further sentence. */
  Verdict adding(String sentence) {
    return new Verdict(outcome, diagnosis, reason + " " + sentence, assumptions);
  }

  /** Whether it is a failure that a relay in the other state can bring about. */
  public boolean restsOnRelay() {
    return outcome == Outcome.FAILED && diagnosis.filter(Diagnosis::restsOnRelay).isPresent();
  }

  /** Whether another says the same to a machine. */
  boolean agrees(Verdict other) {
    return outcome == other.outcome && diagnosis.equals(other.diagnosis);
  }
}
