package dev.hairpin.switches;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.connection.channel.direct.Session;

/** One interactive shell on a switch: a command goes in, its answer comes out. */
final class CliShell implements Closeable {
  // Wide and high, so that nothing wraps or waits for a key; some systems take no more than 511.
  private static final int COLUMNS = 511;
  private static final int ROWS = 1000;
  // What looks like a prompt may be a line of the greeting: once for each session.
  private static final long GREETING_QUIET = 80_000_000;

  private final SSHClient client;
  private final OutputStream keyboard;
  private final ShellOutput output;
  private final PromptPattern prompt;
  private final AnswerEnd end;
  private final List<Pattern> errors;
  private final Dialogue dialogue;
  private String lastPrompt = "";
  private volatile boolean ended;

  private CliShell(SSHClient client, Session.Shell shell, Profile.Cli cli, Dialogue dialogue) {
    this.client = client;
    this.keyboard = shell.getOutputStream();
    this.output =
        new ShellOutput(
            shell.getInputStream(), "switch-" + dialogue.place().switchName() + "-output");
    this.prompt = new PromptPattern(cli.prompt());
    this.end = new AnswerEnd(prompt);
    this.errors = cli.errors();
    this.dialogue = dialogue;
  }

  /** Starts a shell on a client that is logged in, and waits for its first prompt. */
  static CliShell start(SSHClient client, Profile.Cli cli, Dialogue dialogue, Duration patience)
      throws SwitchException {
    CliShell shell;
    try {
      Session session = client.startSession();
      session.allocatePTY("vt100", COLUMNS, ROWS, 0, 0, Map.of());
      shell = new CliShell(client, session.startShell(), cli, dialogue);
    } catch (IOException | IllegalStateException trouble) {
      SshConnection.end(client);
      throw dialogue.unreachable(
          "logged in, but no shell was opened: " + Cause.of(trouble),
          "Check that this user may have an interactive shell.",
          trouble);
    }
    shell.end.expect("");
    shell.await(
        text -> shell.prompt.ends(text.current()) ? GREETING_QUIET : AnswerEnd.NOT_YET,
        patience,
        "the login");
    return shell;
  }

  /**
   * Sends one command and waits for the prompt that follows; or for a question after a password,
   * which then is the answer's last line.
   *
   * @throws SwitchRefusedException when a line of the answer is an error
   */
  CliAnswer run(String command, Duration patience) throws SwitchException {
    end.expect(command);
    CliAnswer answer = exchange(command, patience, "'" + command + "'");
    Optional<String> error = refusal(answer.lines());
    if (error.isPresent()) {
      throw dialogue.refused(
          command,
          error.get(),
          "Check that the port exists, that the user may do this, and that the profile fits.");
    }
    return answer;
  }

  /** Answers a question after a password. */
  CliAnswer answerPassword(String password, Duration patience) throws SwitchException {
    end.expect("");
    return exchange(password, patience, "the enable password");
  }

  /** The line that says no, if there is one. */
  Optional<String> refusal(List<String> lines) {
    return lines.stream()
        .filter(line -> errors.stream().anyMatch(error -> error.matcher(line).find()))
        .map(String::strip)
        .findFirst();
  }

  /** The prompt that was seen last. */
  String lastPrompt() {
    return lastPrompt;
  }

  /** What the SSH server calls itself. */
  String serverVersion() {
    return String.valueOf(client.getTransport().getServerVersion());
  }

  boolean isClosed() {
    return ended || output.isClosed();
  }

  @Override
  public void close() {
    ended = true;
    SshConnection.end(client);
  }

  private CliAnswer exchange(String line, Duration patience, String what) throws SwitchException {
    String between = output.take(TerminalText::screen);
    if (!between.isBlank()) {
      dialogue.received(between);
    }
    dialogue.sent(line);
    try {
      keyboard.write((line + "\n").getBytes(StandardCharsets.UTF_8));
      keyboard.flush();
    } catch (IOException trouble) {
      close();
      throw dialogue.dropped("the session ended before " + what + " was sent", trouble);
    }
    return await(end::quietNeeded, patience, what);
  }

  private CliAnswer await(ToLongFunction<TerminalText> quietNeeded, Duration patience, String what)
      throws SwitchException {
    ShellOutput.End why;
    try {
      why = output.await(quietNeeded, patience);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      close();
      throw dialogue.unreachable(
          "interrupted while waiting for the answer to " + what, "Run it again.", stop);
    }
    CliAnswer answer =
        output.take(
            text -> {
              dialogue.received(text.screen());
              return new CliAnswer(end.answer(text), text.current());
            });
    if (why == ShellOutput.End.WHOLE) {
      if (prompt.ends(answer.last())) {
        lastPrompt = answer.last();
      }
      return answer;
    }
    close();
    Optional<String> error = refusal(answer.lines());
    if (error.isPresent() && why == ShellOutput.End.LATE) {
      throw dialogue.refused(
          what, error.get(), "It then printed no prompt, so the session is over.");
    }
    String seen = lastSeen(answer);
    throw switch (why) {
      case CLOSED ->
          dialogue.dropped(
              "the session ended while waiting for the answer to " + what + ", last seen: " + seen,
              output.cause());
      case TOO_MUCH ->
          dialogue.unreachable(
              "the answer to " + what + " does not end", "Check the profile's command.", null);
      default ->
          dialogue.unreachable(
              "no prompt within "
                  + Patience.seconds(patience)
                  + " after "
                  + what
                  + ": waited for "
                  + prompt
                  + ", last seen: "
                  + seen,
              "If that is the prompt, or a question, mend the profile's prompt or commands.",
              null);
    };
  }

  private static String lastSeen(CliAnswer answer) {
    String last = answer.last();
    for (int index = answer.lines().size() - 1; index >= 0 && last.isBlank(); index--) {
      last = answer.lines().get(index);
    }
    return last.isBlank() ? "nothing" : "'" + last + "'";
  }
}
