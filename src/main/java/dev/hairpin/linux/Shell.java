package dev.hairpin.linux;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * A long-lived shell that runs one command line after another: on this machine, in a namespace, in
 * a guest.
 */
public interface Shell extends AutoCloseable {
  /**
   * Runs one command line and waits for its end. Commands of several threads run one after another.
   *
   * @param command a POSIX shell command line; it reads no standard input
   * @param deadline how long it may take
   * @throws IOException when the shell is gone or the deadline passed; the message names the
   *     command and what was last read
   */
  ShellResult run(String command, Duration deadline) throws IOException;

  /** Runs with a deadline of ten seconds. */
  default ShellResult run(String command) throws IOException {
    return run(command, Duration.ofSeconds(10));
  }

  /**
   * Where this program itself sees what the shell's commands see under a path: what they only read,
   * needs no command then. Empty where it doesn't, as on another machine.
   */
  default Optional<Path> seenAt(String path) {
    return Optional.empty();
  }

  @Override
  void close();
}
