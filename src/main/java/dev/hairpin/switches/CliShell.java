package dev.hairpin.switches;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;

/** One interactive shell on a switch: a command goes in, its answer comes out. */
final class CliShell implements Closeable {
  // Wide and high, so that nothing wraps or waits for a key; some systems take no more than 511.
  static final int COLUMNS = 511;
  private static final int ROWS = 1000;
  private static final Duration GREETING_ANSWER = Duration.ofSeconds(2);
  private static final int GREETING_TRIES = 4;

  private final SwitchClient client;
  private final CliTalk talk;
  private final PromptPattern prompt;
  private final AnswerEnd end;
  private final List<Pattern> errors;
  private final Dialogue dialogue;
  private String lastPrompt = "";
  private volatile boolean ended;

  private CliShell(SwitchClient client, ShellChannel channel, Profile.Cli cli, Dialogue dialogue) {
    this.client = client;
    this.prompt = new PromptPattern(cli.prompt());
    this.end = new AnswerEnd(prompt, cli.interjections());
    this.talk = new CliTalk(channel.getOutputStream(), channel.output(), end, dialogue);
    this.errors = cli.errors();
    this.dialogue = dialogue;
  }

  /** Starts a shell on a client that is logged in, and waits for its first prompt. */
  static CliShell start(SwitchClient client, Profile.Cli cli, Dialogue dialogue, Duration patience)
      throws SwitchException {
    CliShell shell;
    try {
      ShellChannel channel = ShellChannel.open(client);
      channel.allocatePTY("vt100", COLUMNS, ROWS, 0, 0, Map.of());
      channel.startShell();
      shell = new CliShell(client, channel, cli, dialogue);
    } catch (IOException | IllegalStateException trouble) {
      SshConnection.end(client);
      throw dialogue.unreachable(
          "logged in, but no shell was opened: " + Cause.of(trouble),
          "Check that this user may have an interactive shell.",
          trouble);
    }
    shell.greet(patience);
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

  /**
   * The line that says no, if there is one.
   *
   * @throws SwitchUnreachableException when that can't be told, for an expression has no end
   */
  Optional<String> refusal(List<String> lines) throws SwitchUnreachableException {
    for (String line : lines) {
      for (Pattern error : errors) {
        if (found(error, line)) {
          return Optional.of(line.strip());
        }
      }
    }
    return Optional.empty();
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
    return ended || talk.isClosed();
  }

  @Override
  public void close() {
    ended = true;
    SshConnection.end(client);
  }

  /**
   * Waits for the first prompt. A line of the greeting may look like one, so an empty line is sent
   * after it until the same comes twice.
   */
  private void greet(Duration patience) throws SwitchException {
    end.expect("");
    String seen =
        whole(hear(end::quietNeededOfGreeting, patience, "the login"), patience, "the login")
            .last();
    for (int tries = 0; tries < GREETING_TRIES; tries++) {
      end.expect("");
      send("", "an empty line");
      CliTalk.Heard heard = hear(end::quietNeeded, GREETING_ANSWER, "an empty line");
      if (heard.end() == ShellOutput.End.LATE) {
        // Some throw away what is typed too early; then the prompt stands as it stood.
        continue;
      }
      String last = whole(heard, GREETING_ANSWER, "an empty line").last();
      if (!prompt.ends(last)) {
        // A message stands after the prompt: it was one, or nothing would have been believed.
        return;
      }
      if (PromptPattern.same(seen, last)) {
        prompt.forget();
        prompt.learn(last);
        return;
      }
      seen = last;
    }
  }

  private CliAnswer exchange(String line, Duration patience, String what) throws SwitchException {
    send(line, what);
    return whole(hear(end::quietNeeded, patience, what), patience, what);
  }

  private void send(String line, String what) throws SwitchException {
    talk.logBetween();
    try {
      talk.typeLine(line);
    } catch (IOException trouble) {
      close();
      throw dialogue.dropped("the session ended before " + what + " was sent", trouble);
    }
  }

  private CliTalk.Heard hear(
      ToLongFunction<TerminalText> quietNeeded, Duration patience, String what)
      throws SwitchException {
    try {
      return talk.listen(quietNeeded, patience);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      close();
      throw dialogue.unreachable(
          "interrupted while waiting for the answer to " + what, "Run it again.", stop);
    } catch (IOException trouble) {
      close();
      throw dialogue.dropped("the session ended in the middle of " + what, trouble);
    } catch (CliTalk.UnansweredException again) {
      close();
      Optional<String> error = refusal(again.lines());
      throw dialogue.refused(
          what,
          error.map(each -> each + "' and '").orElse("") + again.question(),
          "It asks this again and again, whatever the profile answers; mend cli.questions.");
    }
  }

  private CliAnswer whole(CliTalk.Heard heard, Duration patience, String what)
      throws SwitchException {
    CliAnswer answer = heard.answer();
    if (heard.end() == ShellOutput.End.WHOLE) {
      if (prompt.ends(answer.last())) {
        lastPrompt = answer.last();
      }
      return answer;
    }
    close();
    if (heard.end() == ShellOutput.End.LATE) {
      Optional<String> error = refusal(answer.lines());
      if (error.isPresent()) {
        throw dialogue.refused(
            what, error.get(), "It then printed no prompt, so the session is over.");
      }
    }
    String seen = ", last seen: " + answer.lastSeen();
    throw switch (heard.end()) {
      case CLOSED ->
          dialogue.dropped(
              "the session ended while waiting for the answer to " + what + seen,
              talk.cause().orElse(null));
      case TOO_MUCH ->
          dialogue.unreachable(
              "the answer to " + what + " does not end" + seen,
              "Check the profile's command; the session was ended.",
              null);
      case ENDLESS ->
          dialogue.unreachable(
              "no prompt after "
                  + what
                  + ", though it went on printing for "
                  + Patience.seconds(CliTalk.limit(patience))
                  + ": waited for "
                  + prompt
                  + seen,
              "Check the profile's command and prompt; the session was ended.",
              null);
      default ->
          dialogue.unreachable(
              "no prompt within "
                  + Patience.seconds(patience)
                  + " after "
                  + what
                  + ": waited for "
                  + prompt
                  + seen,
              "If that is the prompt, mend the profile's cli.prompt; if it is a question, give its"
                  + " answer under cli.questions (a pager: cli.pager). The session was ended.",
              null);
    };
  }

  private boolean found(Pattern error, String line) throws SwitchUnreachableException {
    try {
      return Finding.in(error, line);
    } catch (BoundedText.TooLongException endless) {
      close();
      throw dialogue.unreachable(
          "the profile's error expression /"
              + error
              + "/ does not come to an end on the line '"
              + CliAnswer.shortened(line)
              + "'",
          "Write it without repetitions inside repetitions.",
          endless);
    }
  }
}
