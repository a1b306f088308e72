package dev.hairpin.switches;

/** The agent did not answer in time; whether it did what a SET asked is not known. */
final class SnmpTimeoutException extends SwitchUnreachableException {
  private static final long serialVersionUID = 1L;

  SnmpTimeoutException(String message) {
    super(message, null);
  }
}
