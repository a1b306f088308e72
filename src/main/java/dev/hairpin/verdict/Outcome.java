package dev.hairpin.verdict;

import java.util.Locale;

/** What became of a check. */
public enum Outcome {
  PASSED,
  FAILED,
  /** Failed, and the lab file says why that is accepted here. */
  WAIVED,
  /** Could not be decided. */
  INCONCLUSIVE,
  /** Not tried; the reason says why. */
  SKIPPED;

  /** Lower case, as in results.json. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
