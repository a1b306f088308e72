package dev.hairpin.linux;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Drives a POSIX shell over a pair of streams: a child process's pipes, a guest's serial line. Each
 * command runs in a subshell (neither {@code exit} nor a syntax error ends the shell, and nothing
 * that it sets stays), and is followed by a marker that nobody can guess, with the exit status. The
 * marker is sent in two halves, so that a terminal's echo is not taken for it.
 */
public final class MarkerShell implements Shell {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Duration GRACE = Duration.ofSeconds(5);

  /** What makes the command that runs now end, when its deadline has passed. */
  @FunctionalInterface
  public interface Interrupter {
    /** Ends it; the shell itself should live on and say the marker. */
    void interrupt() throws IOException;
  }

  /** How one command is written down for the shell at the other end. */
  @FunctionalInterface
  public interface Dialect {
    /**
     * A subshell that runs the command.
     *
     * @param quoted the command, as one quoted word
     * @param deadline how long it may take
     */
    String subshell(String quoted, Duration deadline);
  }

  /** For a shell whose commands this machine can end itself. */
  public static final Dialect PLAIN = (quoted, deadline) -> "( eval " + quoted + " )";

  /** For a shell on another kernel, with {@code timeout} there: it ends its commands itself. */
  public static final Dialect SELF_TIMED =
      (quoted, deadline) ->
          "timeout -s KILL %d sh -c %s".formatted(Math.max(1, deadline.toSeconds() + 1), quoted);

  private final String name;
  private final ShellStream said;
  private final OutputStream input;
  private final Dialect dialect;
  private final Interrupter interrupter;
  private final ReentrantLock turn = new ReentrantLock(true);
  private volatile @Nullable String gone;

  /**
   * Speaks to a shell that is already there.
   *
   * @param name for messages: {@code the shell of guest A}
   * @param output what the shell says, standard error too
   * @param input where it reads
   */
  public MarkerShell(
      String name,
      InputStream output,
      OutputStream input,
      Dialect dialect,
      Interrupter interrupter) {
    this.name = name;
    this.said = new ShellStream("hairpin-shell-reader", output);
    this.input = input;
    this.dialect = dialect;
    this.interrupter = interrupter;
  }

  /**
   * Waits until the other end has said something, before the first command.
   *
   * @throws IOException when it did not in time, or went away; with what it said last
   */
  public void awaitGreeting(String greeting, Duration deadline) throws IOException {
    try {
      if (said.takeUntil(greeting, System.nanoTime() + deadline.toNanos()) == null) {
        throw new IOException("it took longer than " + deadline.toMillis() + " ms");
      }
    } catch (IOException failed) {
      gone = failed.getMessage();
      throw new IOException(
          "%s did not say '%s' (%s); last it said: '%s'"
              .formatted(name, greeting, failed.getMessage(), said.tail()),
          failed);
    }
  }

  /** One word for a POSIX shell that stands for the text itself. */
  public static String quote(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }

  @Override
  public ShellResult run(String command, Duration deadline) throws IOException {
    turn.lock();
    try {
      if (gone != null) {
        throw new IOException("%s is gone (%s); wanted: %s".formatted(name, gone, command));
      }
      return runNow(command, deadline);
    } finally {
      turn.unlock();
    }
  }

  private ShellResult runNow(String command, Duration deadline) throws IOException {
    String half = Long.toHexString(RANDOM.nextLong());
    String other = Long.toHexString(RANDOM.nextLong());
    String line =
        "%s </dev/null 2>&1; printf '\\n%%s%%s:%%d:' %s %s $?%n"
            .formatted(dialect.subshell(quote(command), deadline), half, other);
    long end = System.nanoTime() + deadline.toNanos();
    try {
      input.write(line.getBytes(StandardCharsets.UTF_8));
      input.flush();
      String output = said.takeUntil("\n" + half + other + ":", end);
      if (output == null) {
        throw late(command, deadline, half + other);
      }
      String exit = said.takeUntil(":", end + GRACE.toNanos());
      if (exit == null) {
        throw new IOException("its exit status did not come");
      }
      return new ShellResult(command, Integer.parseInt(exit), output);
    } catch (LateException late) {
      throw late;
    } catch (IOException failed) {
      gone = failed.getMessage();
      throw new IOException(
          "%s went away during '%s' (%s); last it said: '%s'"
              .formatted(name, command, failed.getMessage(), said.tail()),
          failed);
    }
  }

  private LateException late(String command, Duration deadline, String marker) throws IOException {
    String seen = said.tail();
    interrupter.interrupt();
    long end = System.nanoTime() + GRACE.toNanos();
    if (said.takeUntil("\n" + marker + ":", end) == null || said.takeUntil(":", end) == null) {
      gone = "'" + command + "' could not be ended";
    }
    return new LateException(
        "'%s' did not end within %d ms in %s; last it said: '%s'"
            .formatted(command, deadline.toMillis(), name, seen));
  }

  /** Lets go of the streams; what is at the other end sees the end of its input. */
  @Override
  public void close() {
    gone = "closed";
    try {
      input.close();
    } catch (IOException alreadyGone) {
      // The other end went first: nothing is left to close.
    }
  }

  private static final class LateException extends IOException {
    private static final long serialVersionUID = 1L;

    LateException(String message) {
      super(message);
    }
  }
}
