package dev.hairpin.verdict;

import java.util.List;
import java.util.Optional;

/**
 * A fact that no probe shows: a readback, a refusal of the kernel, a NIC's flags, a guest's answer.
 *
 * @param claim a phrase that can follow 'expected that', such as {@code the switch reads back on}
 * @param outcome passed, failed, inconclusive or skipped
 * @param diagnosis present for failed, and for that alone
 * @param seen a phrase that can follow 'but': what was seen in fact, or why it could not be
 * @param grounds whose word it is
 */
public record Finding(
    String claim, Outcome outcome, Optional<Diagnosis> diagnosis, String seen, Grounds grounds) {

  /**
   * Checks that these belong together.
   *
   * @throws IllegalArgumentException when they don't
   */
  public Finding {
    Wording.required("claim", claim);
    Wording.required("description of what was seen", seen);
    if (outcome == Outcome.WAIVED) {
      throw new IllegalArgumentException("a finding is never waived; its check's verdict is");
    }
    if ((outcome == Outcome.FAILED) != diagnosis.isPresent()) {
      throw new IllegalArgumentException("a failed finding has a diagnosis, no other has one");
    }
  }

  /** What this program saw itself. */
  public Finding(String claim, Outcome outcome, Optional<Diagnosis> diagnosis, String seen) {
    this(claim, outcome, diagnosis, seen, Grounds.PROGRAM);
  }

  /** The same, on somebody's word. */
  public Finding on(Grounds whose) {
    return new Finding(claim, outcome, diagnosis, seen, whose);
  }

  /** It is as claimed. */
  public static Finding passed(String claim, String seen) {
    return new Finding(claim, Outcome.PASSED, Optional.empty(), seen);
  }

  /** It is not. */
  public static Finding failed(String claim, Diagnosis diagnosis, String seen) {
    return new Finding(claim, Outcome.FAILED, Optional.of(diagnosis), seen);
  }

  /** It could not be found out. */
  public static Finding inconclusive(String claim, String why) {
    return new Finding(claim, Outcome.INCONCLUSIVE, Optional.empty(), why);
  }

  /** It was not looked for. */
  public static Finding skipped(String claim, String why) {
    return new Finding(claim, Outcome.SKIPPED, Optional.empty(), why);
  }

  /** What it means for its check. */
  public Verdict verdict() {
    String reason =
        switch (outcome) {
          case PASSED -> claim + " (" + seen + ").";
          case FAILED, WAIVED -> "Expected that " + claim + ", but " + ended(seen);
          case INCONCLUSIVE -> "Not decided whether " + claim + ": " + ended(seen);
          case SKIPPED -> "Not tried whether " + claim + ": " + ended(seen);
        };
    return new Verdict(outcome, diagnosis, reason, List.of());
  }

  /** What an error says is often a sentence already. */
  private static String ended(String sentence) {
    return sentence.endsWith(".") ? sentence : sentence + ".";
  }
}
