package dev.hairpin.switches;

import org.jspecify.annotations.Nullable;

/** The SSH session ended under our hands; whether the last command was carried out is not known. */
final class SessionDroppedException extends SwitchUnreachableException {
  private static final long serialVersionUID = 1L;

  SessionDroppedException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
