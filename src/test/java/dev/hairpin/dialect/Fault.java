package dev.hairpin.dialect;

/** What a switch does wrong, once its reflective relay is to be set. */
public enum Fault {
  NONE,
  /** Somebody else holds the lock on the configuration. */
  LOCKED,
  /** The commit ends with an error. */
  COMMIT_FAILS,
  /** Takes the setting, says nothing, and neither keeps nor applies it. */
  NOT_APPLIED,
  /** Keeps and shows the setting, and the port does not follow. */
  READBACK_LIES,
  /** Is on until it has shown that by name, and then no more. */
  FORGETS,
  /** Keeps what is set, but somebody else sets it off once, when it has shown that it is on. */
  SET_BY_ANOTHER,
  /** Ends the session in the middle of the first setting. */
  DROPS_ONCE,
  /** Ends every session in the middle of a setting. */
  DROPS_ALWAYS,
  /** Gets the setting, and is not heard of again. */
  SILENT,
  /** Prints one character at a time. */
  SLOW,
  /** The user may look and not touch. */
  UNPRIVILEGED,
  /** The user sees the standard's objects and none of the vendor's. */
  UNSEEN,
  /** The object that sets it is there to be read alone. */
  NOT_WRITABLE,
  /** Takes no value for it, whatever it is. */
  WRONG_VALUE
}
