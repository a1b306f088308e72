package dev.hairpin.switches;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.Variable;
import org.snmp4j.smi.VariableBinding;

/**
 * Finds a port's numbers by its name: ifIndex by IF-MIB ifName, or ifDescr where no ifName fits;
 * bridge port number by BRIDGE-MIB dot1dBasePortIfIndex. What was found is remembered, and asked
 * for again in one request before each use: a number that moved must never set another port.
 */
final class PortTable {
  private final SnmpLink link;
  private final Map<String, Named> named = new HashMap<>();
  private final Map<Integer, Integer> bridgePorts = new HashMap<>();

  private record Named(OID column, int ifIndex) {
    OID oid() {
      return Oids.at(column, ifIndex);
    }
  }

  PortTable(SnmpLink link) {
    this.link = link;
  }

  /**
   * The port's ifIndex.
   *
   * @throws SwitchRefusedException when the switch has no port of that name; names those it has
   */
  synchronized int ifIndex(String port) throws SwitchException {
    Named known = named.get(port);
    if (known != null && text(link.get(List.of(known.oid())).get(0)).equals(port)) {
      return known.ifIndex();
    }
    named.remove(port);
    Map<String, Integer> all = new HashMap<>();
    for (OID column : List.of(Oids.IF_NAME, Oids.IF_DESCR)) {
      for (VariableBinding row : link.walk(column)) {
        int ifIndex = row.getOid().last();
        String name = text(row.getVariable());
        all.putIfAbsent(name, ifIndex);
        if (name.equals(port)) {
          named.put(port, new Named(column, ifIndex));
          return ifIndex;
        }
      }
    }
    String request = "ifName and ifDescr of " + port;
    if (all.isEmpty()) {
      throw link.notInView(request, "no rows");
    }
    throw link.dialogue()
        .refused(
            request,
            "no such port; there are "
                + all.keySet().stream().sorted().limit(40).collect(Collectors.joining(", ")),
            "Use the port's name as the switch gives it.");
  }

  /**
   * The bridge port number of an ifIndex.
   *
   * @throws SwitchRefusedException when the interface is no port of a bridge
   */
  synchronized int bridgePort(int ifIndex) throws SwitchException {
    Integer known = bridgePorts.get(ifIndex);
    if (known != null && ifIndexOf(known).filter(found -> found == ifIndex).isPresent()) {
      return known;
    }
    List<VariableBinding> rows = link.walk(Oids.BASE_PORT_IF_INDEX);
    bridgePorts.clear();
    rows.forEach(row -> bridgePorts.put(row.getVariable().toInt(), row.getOid().last()));
    Integer found = bridgePorts.get(ifIndex);
    if (found != null) {
      return found;
    }
    String request = "dot1dBasePortIfIndex of ifIndex " + ifIndex;
    if (rows.isEmpty()) {
      throw link.notInView(request, "no rows");
    }
    throw link.dialogue()
        .refused(request, "no such bridge port", "Make the interface a port of the bridge.");
  }

  /** The ifIndex of a bridge port number. */
  Optional<Integer> ifIndexOf(int bridgePort) throws SwitchException {
    Variable value = link.get(List.of(Oids.at(Oids.BASE_PORT_IF_INDEX, bridgePort))).get(0);
    return SnmpAnswer.isValue(value) ? Optional.of(value.toInt()) : Optional.empty();
  }

  /** The name of an ifIndex: ifName, or ifDescr where there is none. */
  String nameOf(int ifIndex) throws SwitchException {
    List<Variable> names =
        link.get(List.of(Oids.at(Oids.IF_NAME, ifIndex), Oids.at(Oids.IF_DESCR, ifIndex)));
    for (Variable name : names) {
      if (SnmpAnswer.isValue(name) && !text(name).isEmpty()) {
        return text(name);
      }
    }
    throw link.notInView("ifName and ifDescr of ifIndex " + ifIndex, names.get(0).toString());
  }

  private static String text(Variable value) {
    return SnmpText.of(value);
  }
}
