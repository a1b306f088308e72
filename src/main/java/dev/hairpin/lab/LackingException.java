package dev.hairpin.lab;

import java.io.IOException;

/**
 * The lab doesn't have what a check needs, and needn't: the check is skipped. The message ends with
 * the next step.
 */
public final class LackingException extends IOException {
  private static final long serialVersionUID = 1L;

  public LackingException(String message) {
    super(message);
  }
}
