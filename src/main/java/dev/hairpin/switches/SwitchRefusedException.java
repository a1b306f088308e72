package dev.hairpin.switches;

/** The switch answered, and its answer was no. What was asked for fails as config-refused. */
public class SwitchRefusedException extends SwitchException {
  private static final long serialVersionUID = 1L;

  private final String command;
  private final String answer;

  SwitchRefusedException(String message, String command, String answer) {
    super(message, null);
    this.command = command;
    this.answer = answer;
  }

  /** What was refused: the command line, or the SNMP request in short; secrets masked. */
  public String command() {
    return command;
  }

  /** The switch's own words: the line that said no, or the SNMP error's name; secrets masked. */
  public String answer() {
    return answer;
  }
}
