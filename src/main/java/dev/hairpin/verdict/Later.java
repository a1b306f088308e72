package dev.hairpin.verdict;

/** What becomes of a trial's verdict when more was seen after its scenario had ended. */
final class Later {
  private Later() {}

  /**
   * The verdict that counts in the end, and says so when it isn't the first. None is raised to
   * passed: copies that a capture hands over only after the scenario show that it lags, and an
   * absence judged by such captures isn't proven.
   */
  static Verdict verdict(String title, Verdict before, Verdict now) {
    if (now.agrees(before)) {
      return now;
    }
    String first =
        "When the scenario ended this was judged "
            + before.outcome().id()
            + before.diagnosis().map(each -> " (" + each.id() + ")").orElse("");
    return now.outcome() == Outcome.PASSED
        ? Verdict.inconclusive(
            title
                + ": not decided: with the copies recorded since then all is as expected, so a"
                + " capture lags behind its frames; run it again when this machine is less busy. "
                + first
                + ".")
        : now.adding(first + "; what was recorded since then changed it.");
  }
}
