package dev.hairpin.switches;

import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The command line of one switch for as long as it is needed: opened when it is first used, opened
 * again when it ended, and always in the mode it was opened in before a command of another kind is
 * given.
 */
final class CliSession {
  private final SshConnection connection;
  private final CliOpening opening;
  private final CliModes modes;
  private final Dialogue dialogue;
  private volatile @Nullable CliShell shell;
  private volatile boolean closed;

  CliSession(SshConnection connection, CliOpening opening, CliModes modes, Dialogue dialogue) {
    this.connection = connection;
    this.opening = opening;
    this.modes = modes;
    this.dialogue = dialogue;
  }

  /** The open shell. */
  CliShell shell() throws SwitchException {
    CliShell open = shell;
    if (open == null || open.isClosed()) {
      if (closed) {
        throw dialogue.unreachable("this session was closed", "Open another.", null);
      }
      if (open != null) {
        // Its shell ended; its connection may still stand.
        open.close();
      }
      open = opening.open(connection);
      shell = open;
      modes.opened(open);
      if (closed) {
        open.close();
      }
    }
    return open;
  }

  /**
   * Gives the commands in order and leaves the mode that they ended in. After a refusal the rest is
   * not given, and what was not committed is discarded.
   *
   * @param filling puts the port into a command
   */
  void giveAll(List<CliStep> steps, UnaryOperator<String> filling, Duration usual)
      throws SwitchException {
    for (CliStep step : steps) {
      give(new CliStep(filling.apply(step.command()), step.expect(), step.patience()), usual);
    }
    modes.leaveKnown(shell());
  }

  /**
   * Gives one command.
   *
   * @throws SwitchRefusedException when the answer is an error, or lacks what it must have; the
   *     session is then in its first mode again, or closed
   */
  CliAnswer give(CliStep step, Duration usual) throws SwitchException {
    CliShell open = shell();
    try {
      CliAnswer answer = open.run(step.command(), step.patience().orElse(usual));
      refuseQuestion(open, step.command(), answer);
      refuseUnexpected(step, answer);
      return answer;
    } catch (SwitchRefusedException no) {
      if (!open.isClosed()) {
        modes.leave(open);
      }
      throw no;
    }
  }

  /** Ends the session for good; whoever waits for an answer meanwhile gets an error. */
  void close() {
    closed = true;
    CliShell open = shell;
    if (open != null) {
      open.close();
    }
  }

  private void refuseQuestion(CliShell open, String command, CliAnswer answer)
      throws SwitchException {
    if (AnswerEnd.asksPassword(answer.last())) {
      open.close();
      throw dialogue.refused(
          command,
          answer.last().strip(),
          "Give the user the right to do this without a password, or mend the profile.");
    }
  }

  private void refuseUnexpected(CliStep step, CliAnswer answer) throws SwitchException {
    if (step.expect().isPresent() && !Found.in(step.expect().get(), answer.text())) {
      String words = answer.text().strip().replaceAll("\\s*\\R\\s*", " / ");
      throw dialogue.refused(
          step.command(),
          words.isEmpty() ? "nothing" : words,
          "The profile expects /" + step.expect().get() + "/ in its answer.");
    }
  }
}
