package dev.hairpin.verdict;

import java.time.LocalDate;
import java.util.Optional;

/**
 * An agreement that a check's failure is accepted.
 *
 * @param reason why it is accepted
 * @param until the last day on which it counts; always where left out
 * @param diagnosis when given, no other failure is accepted
 */
public record Waiver(String reason, Optional<LocalDate> until, Optional<Diagnosis> diagnosis) {
  /**
   * Checks the reason.
   *
   * @throws IllegalArgumentException when it says nothing
   */
  public Waiver {
    Wording.required("reason of a waiver", reason);
  }
}
