package dev.hairpin.lab;

import dev.hairpin.switches.BridgePortFacts;
import dev.hairpin.switches.PortFacts;
import dev.hairpin.switches.SwitchException;
import dev.hairpin.switches.SwitchSession;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** Whether the switch port is up, forwards, and is in the VLAN of the lab file, by SNMP. */
final class PortStanding {
  private static final Set<String> DOWN =
      Set.of("down", "testing", "dormant", "notPresent", "lowerLayerDown");
  private static final Set<String> NOT_FORWARDING =
      Set.of("blocking", "listening", "learning", "broken");

  /** Agents show a state that was so some seconds ago; net-snmp's are 15 s old at most. */
  private static final Duration LATEST = Duration.ofSeconds(18);

  private static final Duration AGAIN = Duration.ofMillis(500);

  private PortStanding() {}

  /**
   * Reads the port; changes nothing.
   *
   * @return what the user must know
   * @throws UndecidedException when nothing can be decided on this port as it is
   */
  static List<String> check(Lab.Uplink uplink, SwitchSession session) throws UndecidedException {
    if (!session.hasSnmp()) {
      return List.of();
    }
    try {
      long deadline = System.nanoTime() + LATEST.toNanos();
      PortFacts facts = session.portFacts(uplink.port());
      BridgePortFacts bridge = session.bridgePortFacts(uplink.port());
      Optional<String> trouble = trouble(uplink, facts, bridge);
      while (trouble.isPresent() && System.nanoTime() < deadline) {
        LockSupport.parkNanos(AGAIN.toNanos());
        facts = session.portFacts(uplink.port());
        bridge = session.bridgePortFacts(uplink.port());
        trouble = trouble(uplink, facts, bridge);
        if (Thread.currentThread().isInterrupted()) {
          break;
        }
      }
      if (trouble.isPresent()) {
        throw new UndecidedException(
            trouble.get().replace(". Next:", ". Nothing was changed on it. Next:"));
      }
      return vlan(uplink, bridge.pvid());
    } catch (SwitchException silent) {
      return List.of(
          "uplink %s: the state of port %s could not be read over SNMP: %s"
              .formatted(uplink.name(), uplink.port(), silent.getMessage()));
    }
  }

  static Optional<String> trouble(Lab.Uplink uplink, PortFacts facts, BridgePortFacts bridge) {
    String port = "port %s of switch %s".formatted(uplink.port(), uplink.switchName());
    if (facts.adminState().equals("down")) {
      return Optional.of(
          "%s is shut down by its administrator. Next: enable it on the switch, or give the lab file the right port"
              .formatted(port));
    }
    if (DOWN.contains(facts.operState())) {
      return Optional.of(
          "%s says that it is %s, though NIC %s has a carrier. Next: see that the cable of %s ends in this port, and why the switch keeps it so"
              .formatted(port, facts.operState(), uplink.nic(), uplink.nic()));
    }
    if (NOT_FORWARDING.contains(bridge.stpState())) {
      return Optional.of(
          "%s does not forward: its spanning tree state is %s. Next: wait until it forwards, or make it an edge port on the switch"
              .formatted(port, bridge.stpState()));
    }
    OptionalInt pvid = bridge.pvid();
    if (uplink.vlan().isPresent() && pvid.isPresent() && pvid.getAsInt() != uplink.vlan().get()) {
      return Optional.of(
          "%s has untagged frames in VLAN %d, and the lab file says VLAN %d for uplink %s. Next: mend 'vlan' in the lab file, or the port's VLAN on the switch"
              .formatted(port, pvid.getAsInt(), uplink.vlan().get(), uplink.name()));
    }
    return Optional.empty();
  }

  private static List<String> vlan(Lab.Uplink uplink, OptionalInt pvid) {
    List<String> notes = new ArrayList<>();
    if (uplink.vlan().isPresent() && pvid.isEmpty()) {
      notes.add(
          "uplink %s: the switch doesn't say in which VLAN untagged frames of port %s are, so 'vlan: %d' could not be compared"
              .formatted(uplink.name(), uplink.port(), uplink.vlan().get()));
    }
    return notes;
  }
}
