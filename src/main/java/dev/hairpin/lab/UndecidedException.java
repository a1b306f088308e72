package dev.hairpin.lab;

import java.io.IOException;

/**
 * The lab could not do its part, so nothing can be said of the switch. The message ends with the
 * next step.
 */
public final class UndecidedException extends IOException {
  private static final long serialVersionUID = 1L;

  public UndecidedException(String message) {
    super(message);
  }

  public UndecidedException(String message, Throwable cause) {
    super(message, cause);
  }
}
