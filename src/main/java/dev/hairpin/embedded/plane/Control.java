package dev.hairpin.embedded.plane;

import java.io.IOException;

/** The switch's own configuration, as its command line and its SNMP agent show it. */
@FunctionalInterface
public interface Control {
  /** Sets reflective relay of a port. */
  void relay(Port port, boolean on) throws IOException;
}
