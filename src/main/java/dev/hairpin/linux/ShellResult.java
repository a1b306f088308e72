package dev.hairpin.linux;

/**
 * What a command said.
 *
 * @param command the command line
 * @param exit its exit status
 * @param output standard output and standard error, in the order they came
 */
public record ShellResult(String command, int exit, String output) {
  /** Whether the exit status is 0. */
  public boolean ok() {
    return exit == 0;
  }

  /**
   * The output of a command that must not fail.
   *
   * @throws CommandFailedException when the exit status isn't 0
   */
  public String require() throws CommandFailedException {
    if (!ok()) {
      throw new CommandFailedException(this);
    }
    return output;
  }
}
