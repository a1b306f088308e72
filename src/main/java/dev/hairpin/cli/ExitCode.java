package dev.hairpin.cli;

/** The exit statuses of the contract that a command gives without a run's verdicts. */
final class ExitCode {
  static final int OK = 0;
  static final int FAILED = 1;
  static final int USAGE = 2;
  static final int INCONCLUSIVE = 3;
  static final int INTERRUPTED = 130;

  private ExitCode() {}
}
