package dev.hairpin.embedded.fault;

import dev.hairpin.embedded.plane.Fault;
import dev.hairpin.embedded.plane.Frame;
import dev.hairpin.embedded.plane.Port;
import java.util.Set;

/** Sends frames to the reserved addresses back where the relay is on, and nowhere else. */
final class LinkLocalReflected implements Fault {
  @Override
  public boolean forwardsReserved() {
    return true;
  }

  @Override
  public Set<Port> out(Frame frame, Port in, Set<Port> honest, Set<Port> all) {
    if (!frame.reserved()) {
      return honest;
    }
    return honest.contains(in) ? Set.of(in) : Set.of();
  }
}
