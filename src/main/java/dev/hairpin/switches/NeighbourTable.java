package dev.hairpin.switches;

import dev.hairpin.wire.MacAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.Variable;
import org.snmp4j.smi.VariableBinding;

/** A switch's LLDP neighbours (IEEE 802.1AB-2005, LLDP-MIB). */
final class NeighbourTable {
  // LldpChassisIdSubtype and LldpPortIdSubtype count differently.
  private static final int CHASSIS_MAC = 4;
  private static final int PORT_MAC = 3;
  private static final int PORT_INTERFACE_NAME = 5;
  private static final int MAC_OCTETS = 6;

  private final SnmpLink link;
  private final PortTable ports;

  NeighbourTable(SnmpLink link, PortTable ports) {
    this.link = link;
    this.ports = ports;
  }

  /** All neighbours; none when the agent has no such table, or shows none. */
  List<Neighbour> read() throws SwitchException {
    Map<String, Map<OID, Variable>> rows = new TreeMap<>();
    List<OID> columns =
        List.of(
            Oids.LLDP_PORT_SUBTYPE,
            Oids.LLDP_PORT,
            Oids.LLDP_CHASSIS_SUBTYPE,
            Oids.LLDP_CHASSIS,
            Oids.LLDP_SYSTEM);
    for (OID column : columns) {
      for (VariableBinding each : link.walk(column)) {
        String index = each.getOid().getSuffix(column).toDottedString();
        rows.computeIfAbsent(index, key -> new HashMap<>()).put(column, each.getVariable());
      }
      if (rows.isEmpty()) {
        return List.of();
      }
    }
    Map<Integer, String> locals = localPorts();
    List<Neighbour> neighbours = new ArrayList<>();
    for (Map.Entry<String, Map<OID, Variable>> each : rows.entrySet()) {
      String[] index = each.getKey().split("\\.");
      if (index.length == 3) {
        int number = Integer.parseUnsignedInt(index[1]);
        neighbours.add(neighbour(locals.getOrDefault(number, "number " + number), each.getValue()));
      }
    }
    return List.copyOf(neighbours);
  }

  /** Local ports by their LLDP number, which is nobody else's number. */
  private Map<Integer, String> localPorts() throws SwitchException {
    List<String> names = ports.names();
    Map<Integer, String> locals = new HashMap<>();
    for (OID column : List.of(Oids.LLDP_LOCAL_PORT_ID, Oids.LLDP_LOCAL_PORT_DESCR)) {
      for (VariableBinding each : link.walk(column)) {
        String text = SnmpText.of(each.getVariable());
        if (names.contains(text)) {
          locals.putIfAbsent(each.getOid().last(), text);
        }
      }
    }
    return locals;
  }

  private static Neighbour neighbour(String local, Map<OID, Variable> row) {
    int chassisKind = number(row.get(Oids.LLDP_CHASSIS_SUBTYPE));
    int portKind = number(row.get(Oids.LLDP_PORT_SUBTYPE));
    Optional<Variable> chassis = Optional.ofNullable(row.get(Oids.LLDP_CHASSIS));
    Optional<Variable> port = Optional.ofNullable(row.get(Oids.LLDP_PORT));
    Optional<MacAddress> chassisMac =
        chassis.filter(x -> chassisKind == CHASSIS_MAC).flatMap(NeighbourTable::mac);
    Optional<MacAddress> portMac =
        port.filter(x -> portKind == PORT_MAC).flatMap(NeighbourTable::mac);
    return new Neighbour(
        local,
        chassisMac.map(MacAddress::toString).orElse(chassis.map(SnmpText::of).orElse("?")),
        portMac.map(MacAddress::toString).orElse(port.map(SnmpText::of).orElse("?")),
        chassisMac,
        portMac,
        port.filter(x -> portKind == PORT_INTERFACE_NAME).map(SnmpText::of),
        Optional.ofNullable(row.get(Oids.LLDP_SYSTEM))
            .map(SnmpText::of)
            .filter(each -> !each.isBlank()));
  }

  private static int number(@org.jspecify.annotations.Nullable Variable value) {
    return value == null ? 0 : value.toInt();
  }

  private static Optional<MacAddress> mac(Variable value) {
    if (!(value instanceof OctetString octets)) {
      return Optional.empty();
    }
    // Some agents give it as text.
    return octets.length() == MAC_OCTETS
        ? Optional.of(MacAddress.of(octets.getValue(), 0))
        : MacAddress.tryParse(SnmpText.of(octets));
  }
}
