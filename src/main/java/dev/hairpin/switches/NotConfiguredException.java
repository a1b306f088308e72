package dev.hairpin.switches;

import org.jspecify.annotations.Nullable;

/**
 * The lab file or the profile doesn't give what was asked for: no SNMP, no such commands, a secret
 * that isn't set, a port name that isn't one. Nothing was sent to the switch for it.
 */
public class NotConfiguredException extends SwitchException {
  private static final long serialVersionUID = 1L;

  NotConfiguredException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
