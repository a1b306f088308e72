package dev.hairpin.embedded.plane;

import java.io.IOException;
import java.util.Map;
import java.util.Set;

/**
 * What a switch does otherwise than an honest one. Each method is one decision of the forwarding
 * process; left alone it is decided honestly.
 */
public interface Fault {
  /** An honest switch. */
  Fault NONE = new Fault() {};

  /** Whether a frame may go back out of the port that it came in on (IEEE 802.1Q 8.6.1). */
  default boolean reflects(Frame frame, Port port, Setting setting) {
    return setting.relay();
  }

  /** Whether frames to the reserved addresses are forwarded (IEEE 802.1Q 8.6.3). */
  default boolean forwardsReserved() {
    return false;
  }

  /** How many addresses the forwarding table holds; beyond that the oldest goes. */
  default int tableSize() {
    return Integer.MAX_VALUE;
  }

  /**
   * Where a frame goes.
   *
   * @param honest where it should
   * @param all every port
   */
  default Set<Port> out(Frame frame, Port in, Set<Port> honest, Set<Port> all) {
    return honest;
  }

  /**
   * Lets one copy out.
   *
   * @param learned where addresses have been learned
   */
  default void pass(Frame frame, Passage way, Exit exit, Map<Long, Port> learned) {
    exit.send(frame);
  }

  /**
   * Sees what is set, before each batch of frames.
   *
   * @param before what was seen last
   */
  default void look(Port port, Setting before, Setting now, Control control) throws IOException {}
}
