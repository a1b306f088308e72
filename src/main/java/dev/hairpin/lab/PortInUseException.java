package dev.hairpin.lab;

import java.io.IOException;

/** Somebody else on this machine uses the switch port; the message names who. */
public final class PortInUseException extends IOException {
  private static final long serialVersionUID = 1L;

  PortInUseException(String message) {
    super(message);
  }
}
