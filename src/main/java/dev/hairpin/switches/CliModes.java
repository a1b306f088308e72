package dev.hairpin.switches;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a command line is, by its prompt, and how it comes back to where it was opened: no command
 * may ever land in a mode that an earlier one was refused in.
 */
final class CliModes {
  /** Some modes lie inside others. */
  private static final int DEEPEST = 4;

  // Counters, and marks of something unsaved, come and go while the mode stays the same.
  private static final Pattern MARKS = Pattern.compile("^[\\s*!~+]+|\\s+$");
  private static final Pattern DIGITS = Pattern.compile("[0-9]+");

  private final List<CliMode> modes;
  private final Dialogue dialogue;
  private final Patience patience;
  private String home = "";

  CliModes(List<CliMode> modes, Dialogue dialogue, Patience patience) {
    this.modes = modes;
    this.dialogue = dialogue;
    this.patience = patience;
  }

  /** The shell was just opened: this is its first mode. */
  void opened(CliShell shell) {
    home = shape(shell.lastPrompt());
  }

  /** Leaves a mode that the profile knows; elsewhere the prompt may differ as it likes. */
  void leaveKnown(CliShell shell) throws SwitchException {
    if (!shell.isClosed() && !isHome(shell) && mode(shell).isPresent()) {
      leave(shell);
    }
  }

  /** Comes back to the first mode, or closes the shell where there is no other way. */
  void leave(CliShell shell) {
    for (int depth = 0; depth < DEEPEST && !isHome(shell); depth++) {
      Optional<CliMode> mode = mode(shell);
      if (mode.isEmpty() || !leave(shell, mode.get())) {
        break;
      }
    }
    if (!isHome(shell) && !shell.isClosed()) {
      dialogue.note("no clean way out of '" + shell.lastPrompt().strip() + "'; session closed");
      shell.close();
    }
  }

  private boolean leave(CliShell shell, CliMode mode) {
    dialogue.note("leaving the mode '" + mode.name() + "'");
    for (String command : mode.leave()) {
      try {
        CliAnswer answer = shell.run(command, patience.command());
        if (AnswerEnd.asksPassword(answer.last())) {
          return false;
        }
      } catch (SwitchRefusedException no) {
        // 'nothing to discard' is no reason to stay
        dialogue.note("refused on the way out: " + no.answer());
      } catch (SwitchException gone) {
        return false;
      }
      if (shell.isClosed() || isHome(shell)) {
        return true;
      }
    }
    return true;
  }

  private Optional<CliMode> mode(CliShell shell) {
    String prompt = shell.lastPrompt();
    return modes.stream().filter(each -> Found.in(each.prompt(), prompt)).findFirst();
  }

  private boolean isHome(CliShell shell) {
    return shape(shell.lastPrompt()).equals(home);
  }

  private static String shape(String prompt) {
    return DIGITS.matcher(MARKS.matcher(prompt).replaceAll("")).replaceAll("0");
  }
}
