package dev.hairpin.embedded.fault;

import dev.hairpin.embedded.plane.Control;
import dev.hairpin.embedded.plane.Fault;
import dev.hairpin.embedded.plane.Port;
import dev.hairpin.embedded.plane.Setting;
import java.io.IOException;

/** A port whose link has been down is as if nothing had been set on it. */
final class ForgetsAfterFlap implements Fault {
  @Override
  public void look(Port port, Setting before, Setting now, Control control) throws IOException {
    if (port.uplink() && now.relay() && before.losses() != now.losses()) {
      control.relay(port, false);
    }
  }
}
