package dev.hairpin.switches;

import java.util.Optional;

/** Brings a switch's command line where the profile's commands can be given. */
final class CliOpening {
  private static final String ENABLE = "{enable}";

  private final Profile.Cli cli;
  private final SwitchAccess.Ssh ssh;
  private final Dialogue dialogue;
  private final Patience patience;

  CliOpening(Profile.Cli cli, SwitchAccess.Ssh ssh, Dialogue dialogue, Patience patience) {
    this.cli = cli;
    this.ssh = ssh;
    this.dialogue = dialogue;
    this.patience = patience;
  }

  /** Connects, starts a shell and gives the profile's opening commands. */
  CliShell open(SshConnection connection) throws SwitchException {
    CliShell shell = CliShell.start(connection.open(), cli, dialogue, patience.login());
    boolean open = false;
    try {
      for (String command : cli.open()) {
        // The bare password is only ever an answer: sent as a command it would be shown and kept.
        if (!command.equals(ENABLE)) {
          give(shell, command);
        }
      }
      open = true;
      return shell;
    } finally {
      if (!open) {
        shell.close();
      }
    }
  }

  private void give(CliShell shell, String command) throws SwitchException {
    String before = shell.lastPrompt();
    String text = command.contains(ENABLE) ? command.replace(ENABLE, password()) : command;
    CliAnswer answer;
    try {
      answer = shell.run(text, patience.command());
    } catch (SwitchRefusedException no) {
      throw dialogue.unreachable(
          "the opening command '" + command + "' was refused with '" + no.answer() + "'",
          "Check the user's rights, and the profile's cli.open.",
          no);
    }
    if (AnswerEnd.asksPassword(answer.last())) {
      answer = shell.answerPassword(password(), patience.command());
      Optional<String> words =
          answer.lines().stream().map(String::strip).filter(line -> !line.isEmpty()).findFirst();
      boolean askedAgain = AnswerEnd.asksPassword(answer.last());
      boolean leftOut = words.isPresent() && answer.last().equals(before);
      if (askedAgain || leftOut || shell.refusal(answer.lines()).isPresent()) {
        throw dialogue.notLetIn(
            "the switch does not take the enable password after '"
                + command
                + "'"
                + words.map(said -> ": '" + said + "'").orElse(""),
            "Check the place that ssh.enable-password names (or ssh.password, where it is left"
                + " out).",
            null);
      }
    }
  }

  private String password() throws SwitchException {
    Optional<Secret> secret = ssh.enablePassword().or(ssh::password);
    if (secret.isEmpty()) {
      throw dialogue.notConfigured(
          "the switch asks for an enable password and the lab file gives none",
          "Give ssh.enable-password.");
    }
    return dialogue.reveal(secret.get(), "enable password");
  }
}
