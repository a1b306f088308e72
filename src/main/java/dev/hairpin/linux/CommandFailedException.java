package dev.hairpin.linux;

import java.io.IOException;

/** A command ended with another exit status than 0. */
public final class CommandFailedException extends IOException {
  private static final long serialVersionUID = 1L;

  CommandFailedException(ShellResult result) {
    super(
        "'%s' ended with status %d: %s"
            .formatted(result.command(), result.exit(), result.output().strip()));
  }
}
