package dev.hairpin.lab;

/** Sets reflective relay back: what needs a session with the switch, given by a higher floor. */
@FunctionalInterface
public interface RelayRestorer {
  /** Where no switch can be reached: every such entry is kept for later. */
  RelayRestorer NONE =
      what -> {
        throw new IllegalStateException("not tried; `hairpin restore` does it");
      };

  /**
   * Opens a session, sets the state and reads it back.
   *
   * @throws Exception when the switch is away or refuses; the entry is kept and the message told
   */
  void restore(Undo.RelayRestore what) throws Exception;

  /**
   * Opens a session and takes a filter away.
   *
   * @throws Exception when the switch is away or refuses; the entry is kept and the message told
   */
  default void remove(Undo.FilterRemove what) throws Exception {
    throw new IllegalStateException("not tried; `hairpin restore` does it");
  }
}
