package dev.hairpin.report;

/** The run's exit status, as the contract has it. */
public final class ExitStatus {
  public static final int GOOD = 0;
  public static final int FAILED = 1;
  public static final int INCONCLUSIVE = 3;
  public static final int INTERRUPTED = 130;

  private ExitStatus() {}

  /**
   * The exit status.
   *
   * @param totals of the run; where nothing at all was decided (no check, or only skipped ones),
   *     nothing is proven, and the status is {@link #INCONCLUSIVE}. That no scenario was selected
   *     is wrong usage, which the caller tells before a run
   */
  public static int of(Totals totals, boolean interrupted) {
    if (interrupted) {
      return INTERRUPTED;
    }
    if (totals.failed() > 0) {
      return FAILED;
    }
    boolean decided = totals.passed() + totals.waived() > 0;
    return totals.inconclusive() > 0 || !decided ? INCONCLUSIVE : GOOD;
  }
}
