package dev.hairpin.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program that is run to its end, or to a deadline. */
final class Command {
  private static final long TO_PUT_THINGS_BACK_SECONDS = 30;

  private Command() {}

  /** How a program ended. */
  record Finished(List<String> command, int exit, String out, String err) {
    /** The same, having made sure of the exit status; a failure shows all that was said. */
    Finished exits(int wanted) {
      assertThat(exit)
          .as("exit status of %s%n%s%n%s", String.join(" ", command), out, err)
          .isEqualTo(wanted);
      return this;
    }
  }

  /** Runs a small program of the system that must succeed; gives what it said. */
  static String run(String... command) throws Exception {
    Path folder = Files.createTempDirectory("hpt-it-command-");
    return finish(folder, Map.of(), 30, List.of(command)).exits(0).out();
  }

  /**
   * Runs it, with nothing on standard input. At the deadline it is asked to end, then made to, and
   * the test fails.
   *
   * @param scratch an own folder; it is deleted
   */
  static Finished finish(
      Path scratch, Map<String, String> environment, long seconds, List<String> command)
      throws Exception {
    Path out = scratch.resolve("stdout");
    Path err = scratch.resolve("stderr");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .redirectInput(Path.of("/dev/null").toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile());
      builder.environment().put("HAIRPIN_HISTORY", "none");
      builder.environment().putAll(environment);
      Process process = builder.start();
      boolean ended = end(process, seconds);
      assertThat(ended)
          .as(
              "%s ended within %d s; it had said:%n%s%n%s",
              String.join(" ", command), seconds, Files.readString(out), Files.readString(err))
          .isTrue();
      return new Finished(
          command, process.exitValue(), Files.readString(out), Files.readString(err));
    } finally {
      Files.deleteIfExists(out);
      Files.deleteIfExists(err);
      Files.deleteIfExists(scratch);
    }
  }

  private static boolean end(Process process, long seconds)
      throws IOException, InterruptedException {
    try {
      if (process.waitFor(seconds, TimeUnit.SECONDS)) {
        return true;
      }
    } finally {
      if (process.isAlive()) {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        if (!process.waitFor(TO_PUT_THINGS_BACK_SECONDS, TimeUnit.SECONDS)) {
          process.descendants().forEach(ProcessHandle::destroyForcibly);
          process.destroyForcibly().waitFor();
        }
      }
    }
    return false;
  }
}
