package dev.hairpin.run;

/**
 * What was asked for makes no sense: wrong usage, exit status 2. The message ends with the next
 * step.
 */
public final class UsageException extends Exception {
  private static final long serialVersionUID = 1L;

  public UsageException(String message) {
    super(message);
  }
}
