package dev.hairpin.cli;

import dev.hairpin.report.FileTrouble;
import dev.hairpin.run.UsageException;
import dev.hairpin.switches.SwitchException;
import dev.hairpin.yaml.FaultyFileException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine;

/**
 * Takes a command line to its command, and what a command throws to a message and an exit status.
 */
public final class Main {
  private Main() {}

  /** Runs a command; gives the exit status. */
  public static int run(String... arguments) {
    CommandLine line = line();
    try {
      return told(line.execute(arguments), line.getErr());
    } catch (LinkageError | OutOfMemoryError broken) {
      line.getErr()
          .println(
              "hairpin: the program itself can't go on: %s. Next: see that /tmp may hold programs (no noexec) and that memory is there"
                  .formatted(broken));
      return ExitCode.INCONCLUSIVE;
    }
  }

  /** What nobody could read is not done: a full disk behind {@code >file} must not go unnoticed. */
  private static int told(int exit, PrintWriter err) {
    if (!System.out.checkError() || readerHadEnough()) {
      return exit;
    }
    err.println(
        "hairpin: standard output could not be written to its end. Next: see that there is room where it goes to");
    return exit == ExitCode.OK ? ExitCode.INCONCLUSIVE : exit;
  }

  /** Whether it went into a pipe, such as {@code | head -1}. */
  private static boolean readerHadEnough() {
    try {
      return Files.readSymbolicLink(Path.of("/proc/self/fd/1")).toString().startsWith("pipe:");
    } catch (IOException unknown) {
      return false;
    }
  }

  /** All commands, and what becomes of what they throw. */
  static CommandLine line() {
    CommandLine line = new CommandLine(new Root());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setColorScheme(Terminal.scheme());
    line.setExecutionExceptionHandler(
        (thrown, command, parsed) -> {
          PrintWriter err = command.getErr();
          err.println("hairpin: " + FileTrouble.sentence(thrown));
          if (System.getenv("HAIRPIN_DEBUG") != null) {
            thrown.printStackTrace(err);
          }
          return status(thrown);
        });
    return line;
  }

  private static int status(Exception thrown) {
    if (thrown instanceof UsageException || thrown instanceof FaultyFileException) {
      return ExitCode.USAGE;
    }
    if (thrown instanceof SwitchException || thrown instanceof IOException) {
      return ExitCode.INCONCLUSIVE;
    }
    return ExitCode.INCONCLUSIVE;
  }
}
