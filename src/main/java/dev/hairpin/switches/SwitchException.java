package dev.hairpin.switches;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A switch could not be spoken to, or said no, or was asked for what its lab file doesn't give. The
 * message names the switch, its address and port, what happened and the next step; secrets are
 * masked in it.
 */
public abstract class SwitchException extends IOException {
  private static final long serialVersionUID = 1L;

  SwitchException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
