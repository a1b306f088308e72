package dev.hairpin.host;

import java.io.IOException;
import java.util.Map;

/** Is told of each change to the host before it is made, so that it can be undone after a crash. */
public interface UndoLog {
  /** One that remembers nothing. */
  UndoLog NONE = change -> {};

  /**
   * A change.
   *
   * @param kind {@code link}: a network interface is made; {@code process}: a process is started;
   *     {@code node}: a device node is made
   * @param what {@code link}: {@code namespace} (empty for the program's own) and {@code link};
   *     {@code process}: {@code run} and {@code name}; {@code node}: {@code path}
   */
  record Change(String kind, Map<String, String> what) {}

  /**
   * Takes note; the change is made only after this has returned.
   *
   * @throws IOException when it can't: the change is not made then
   */
  void before(Change change) throws IOException;

  /** The change was undone in good order. */
  default void undone(Change change) throws IOException {}
}
