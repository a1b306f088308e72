package dev.hairpin.switches;

/**
 * The agent answered that it has no such object for this user: the system lacks it, or the user's
 * view leaves it out (RFC 3415).
 */
public final class NotInViewException extends SwitchRefusedException {
  private static final long serialVersionUID = 1L;

  NotInViewException(String message, String command, String answer) {
    super(message, command, answer);
  }
}
