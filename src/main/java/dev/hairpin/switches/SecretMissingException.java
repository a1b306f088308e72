package dev.hairpin.switches;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A secret is not where the lab file says; the message tells what to set. */
public final class SecretMissingException extends IOException {
  private static final long serialVersionUID = 1L;

  SecretMissingException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
