package dev.hairpin.verdict;

import dev.hairpin.capture.CapturePoint;

/**
 * What is to be seen of a probe at one place, and what it means when it isn't.
 *
 * @param claim a phrase that can follow 'expected that', such as {@code B receives it exactly once}
 * @param point where
 * @param quantity how many copies
 * @param tooFew what fewer copies mean
 * @param tooMany what more copies mean
 */
public record Expectation(
    String claim, CapturePoint point, Quantity quantity, Diagnosis tooFew, Diagnosis tooMany) {

  /**
   * Checks the claim.
   *
   * @throws IllegalArgumentException when it says nothing
   */
  public Expectation {
    Wording.required("claim", claim);
  }
}
