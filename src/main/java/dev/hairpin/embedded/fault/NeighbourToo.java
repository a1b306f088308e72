package dev.hairpin.embedded.fault;

import dev.hairpin.embedded.plane.Control;
import dev.hairpin.embedded.plane.Fault;
import dev.hairpin.embedded.plane.Port;
import dev.hairpin.embedded.plane.Setting;
import java.io.IOException;

/** Sets the bystander's port whenever an uplink's port is set. */
final class NeighbourToo implements Fault {
  private final Port neighbour;

  NeighbourToo(Port neighbour) {
    this.neighbour = neighbour;
  }

  @Override
  public void look(Port port, Setting before, Setting now, Control control) throws IOException {
    if (port.uplink() && before.relay() != now.relay()) {
      control.relay(neighbour, now.relay());
    }
  }
}
