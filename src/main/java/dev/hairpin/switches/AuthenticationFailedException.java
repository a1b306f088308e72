package dev.hairpin.switches;

import org.jspecify.annotations.Nullable;

/** The switch did not let us in: user, password, key, enable password, or SNMP security. */
public final class AuthenticationFailedException extends SwitchUnreachableException {
  private static final long serialVersionUID = 1L;

  AuthenticationFailedException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
