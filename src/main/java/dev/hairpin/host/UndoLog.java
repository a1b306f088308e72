package dev.hairpin.host;

import dev.hairpin.wire.MacAddress;
import java.io.IOException;

/**
 * Is told of each change to the host before it is made, so that its inverse is on the disk by then.
 */
public interface UndoLog {
  /**
   * A link is about to be made.
   *
   * @return called when the link is gone again
   * @throws IOException when it can't be written down: the link isn't made then
   */
  Gone link(String name, MacAddress mac) throws IOException;

  /** Says that a change is no more. */
  @FunctionalInterface
  interface Gone {
    void gone() throws IOException;
  }
}
