package dev.hairpin.lab;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** One short command of iproute2; its output is small, so that it is read after the end. */
final class UndoCommand {
  private static final int SECONDS = 10;

  private UndoCommand() {}

  /** What it said; {@code line} is the command, for messages. */
  record Result(String line, int exit, String output, String errors) {
    boolean ok() {
      return exit == 0;
    }

    IOException failure() {
      return new IOException(
          "'%s' ended with status %d: %s".formatted(line, exit, (output + errors).strip()));
    }
  }

  /**
   * Runs it to its end.
   *
   * @throws IOException when it can't be started or takes more than ten seconds
   */
  static Result run(String... command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectInput(new File("/dev/null"));
    builder.environment().put("LC_ALL", "C");
    Process process = builder.start();
    if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException(
          "'%s' did not end within %d s".formatted(String.join(" ", command), SECONDS));
    }
    // Apart, for ip(8) complains about namespaces that vanish while it lists links.
    return new Result(
        String.join(" ", command),
        process.exitValue(),
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8),
        new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8));
  }
}
