package dev.hairpin.switches;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reflective relay by the profile's commands. A session that drops is opened again once, and the
 * state read before anything is done again: nobody knows how far the last command came.
 */
final class CliRelay implements RelayControl {
  private final Profile.RelayCli commands;
  private final Pattern enabled;
  private final SshConnection connection;
  private final CliOpening opening;
  private final Dialogue dialogue;
  private final Patience patience;
  private volatile @Nullable CliShell shell;
  private volatile boolean closed;
  private String home = "";

  CliRelay(
      Profile.RelayCli commands,
      SshConnection connection,
      CliOpening opening,
      Dialogue dialogue,
      Patience patience) {
    this.commands = commands;
    this.enabled = multiLine(commands.show().enabled());
    this.connection = connection;
    this.opening = opening;
    this.dialogue = dialogue;
    this.patience = patience;
  }

  @Override
  public synchronized RelayState show(String port) throws SwitchException {
    try {
      return read(port);
    } catch (SessionDroppedException dropped) {
      again(dropped);
      return read(port);
    }
  }

  @Override
  public synchronized Readback set(String port, RelayState wanted) throws SwitchException {
    List<String> change = wanted == RelayState.ON ? commands.enable() : commands.disable();
    // Opened before the clock is read: logging in is no part of the change.
    shell();
    long sent = System.nanoTime();
    boolean dropped = false;
    try {
      giveAll(change, port, patience.command());
    } catch (SessionDroppedException drop) {
      dropped = true;
      again(drop);
      if (read(port) != wanted) {
        giveAll(change, port, patience.command());
      }
    }
    long answered = System.nanoTime();
    RelayState found = dropped ? read(port) : show(port);
    return new Readback(port, wanted, found, sent, answered, System.nanoTime());
  }

  @Override
  public synchronized void save(String port) throws SwitchException {
    try {
      giveAll(commands.save(), port, patience.save());
    } catch (SessionDroppedException dropped) {
      again(dropped);
      read(port);
      giveAll(commands.save(), port, patience.save());
    }
  }

  /** The answer to a command that only asks. */
  synchronized CliAnswer ask(String command) throws SwitchException {
    try {
      return give(command, patience.command());
    } catch (SessionDroppedException dropped) {
      again(dropped);
      return give(command, patience.command());
    }
  }

  /** The shell's prompt, as identity. */
  synchronized CliShell shell() throws SwitchException {
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
      home = open.lastPrompt();
      if (closed) {
        open.close();
      }
    }
    return open;
  }

  /** Ends the session; whoever waits for an answer meanwhile gets an error. */
  @Override
  public void close() {
    closed = true;
    CliShell open = shell;
    if (open != null) {
      open.close();
    }
  }

  private void again(SessionDroppedException dropped) {
    dialogue.note("the session dropped (" + dropped.getMessage() + "); connecting once more");
  }

  private RelayState read(String port) throws SwitchException {
    Profile.ShowCommand show = commands.show();
    String command = show.command().replace("{port}", port);
    String text = give(command, patience.command()).text();
    if (enabled.matcher(text).find()) {
      return RelayState.ON;
    }
    if (show.disabled().isPresent() && !multiLine(show.disabled().get()).matcher(text).find()) {
      throw dialogue.unreachable(
          "the answer to '"
              + command
              + "' says neither on nor off: '"
              + text.strip()
              + "' (on is /"
              + enabled
              + "/, off is /"
              + show.disabled().get()
              + "/)",
          "Give the command by hand; if the answer is right, mend the profile's show.",
          null);
    }
    return RelayState.OFF;
  }

  private void giveAll(List<String> all, String port, Duration wait) throws SwitchException {
    for (String command : all) {
      give(command.replace("{port}", port), wait);
    }
  }

  private CliAnswer give(String command, Duration wait) throws SwitchException {
    CliShell open = shell();
    CliAnswer answer;
    try {
      answer = open.run(command, wait);
    } catch (SwitchRefusedException no) {
      // Left in the middle of a configuration mode: the next command must not land there.
      if (!open.lastPrompt().equals(home)) {
        open.close();
      }
      throw no;
    }
    if (AnswerEnd.asksPassword(answer.last())) {
      open.close();
      throw dialogue.refused(
          command,
          answer.last().strip(),
          "Give the user the right to do this without a password, or mend the profile.");
    }
    return answer;
  }

  private static Pattern multiLine(Pattern pattern) {
    return Pattern.compile(pattern.pattern(), pattern.flags() | Pattern.MULTILINE);
  }
}
