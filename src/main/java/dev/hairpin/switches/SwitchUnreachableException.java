package dev.hairpin.switches;

import org.jspecify.annotations.Nullable;

/**
 * The switch could not be spoken to: refused, timed out, dropped, not let in, or its answer made no
 * sense. A failure of the lab, so what was to be decided is inconclusive.
 */
public class SwitchUnreachableException extends SwitchException {
  private static final long serialVersionUID = 1L;

  SwitchUnreachableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
