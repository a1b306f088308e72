package dev.hairpin.switches;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All that a switch says of a port over SNMP, as names and values for people and programs. */
public final class PortDescription {
  private PortDescription() {}

  /**
   * Reads it; what the switch doesn't say is left out, and an error is a value of its own, so that
   * the relay state can be shown beside it.
   */
  public static Map<String, Object> of(SwitchSession session, String port) {
    Map<String, Object> facts = new LinkedHashMap<>();
    try {
      PortFacts row = session.portFacts(port);
      facts.put("if-index", row.ifIndex());
      facts.put("if-name", row.name());
      row.alias().ifPresent(each -> facts.put("alias", each));
      row.speed().ifPresent(each -> facts.put("speed-bits", each));
      row.mtu().ifPresent(each -> facts.put("mtu", each));
      facts.put("admin-state", row.adminState());
      facts.put("oper-state", row.operState());
      BridgePortFacts bridge = session.bridgePortFacts(port);
      bridge.number().ifPresent(each -> facts.put("bridge-port", each));
      bridge.pvid().ifPresent(each -> facts.put("pvid", each));
      putSome(facts, "untagged-vlans", bridge.untagged());
      putSome(facts, "tagged-vlans", bridge.tagged());
      if (!bridge.stpState().isEmpty()) {
        facts.put("stp-state", bridge.stpState());
      }
      putSome(
          facts,
          "lldp-neighbours",
          session.neighbours().stream()
              .filter(each -> session.isPort(each.localPort(), port))
              .map(Neighbour::toString)
              .toList());
    } catch (SwitchException untold) {
      facts.put("snmp-trouble", String.valueOf(untold.getMessage()));
    }
    return facts;
  }

  private static void putSome(Map<String, Object> facts, String name, List<?> values) {
    if (!values.isEmpty()) {
      facts.put(name, values);
    }
  }
}
