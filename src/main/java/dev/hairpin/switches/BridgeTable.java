package dev.hairpin.switches;

import dev.hairpin.wire.MacAddress;
import java.util.List;
import java.util.Optional;
import org.snmp4j.smi.Null;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.Variable;

/** A switch's forwarding database, asked for one MAC address at a time. */
final class BridgeTable {
  private static final List<String> STATUS = List.of("other", "invalid", "learned", "self", "mgmt");

  private final SnmpLink link;
  private final PortTable ports;

  BridgeTable(SnmpLink link, PortTable ports) {
    this.link = link;
    this.ports = ports;
  }

  Optional<LearnedMac> find(MacAddress mac) throws SwitchException {
    List<Variable> row =
        link.get(List.of(indexed(Oids.FDB_PORT, mac), indexed(Oids.FDB_STATUS, mac)));
    Variable port = row.get(0);
    if (!SnmpAnswer.isValue(port)) {
      mustBeVisible(port);
      return Optional.empty();
    }
    int bridgePort = port.toInt();
    if (bridgePort == 0) {
      // RFC 4188: known, but not learned on any port.
      return Optional.empty();
    }
    int ifIndex =
        ports
            .ifIndexOf(bridgePort)
            .orElseThrow(
                () -> link.notInView("dot1dBasePortIfIndex of port " + bridgePort, "no row"));
    String status = SnmpAnswer.isValue(row.get(1)) ? status(row.get(1).toInt()) : "other";
    return Optional.of(new LearnedMac(mac, ports.nameOf(ifIndex), bridgePort, ifIndex, status));
  }

  /** No such row is an answer only when the user can see the table at all. */
  private void mustBeVisible(Variable missing) throws SwitchException {
    if (missing.equals(Null.noSuchInstance)) {
      return;
    }
    if (link.walk(Oids.FDB_PORT).isEmpty()) {
      throw link.notInView("dot1dTpFdbPort", missing.toString());
    }
  }

  private static String status(int value) {
    return value >= 1 && value <= STATUS.size() ? STATUS.get(value - 1) : String.valueOf(value);
  }

  private static OID indexed(OID column, MacAddress mac) {
    OID oid = new OID(column);
    for (byte octet : mac.bytes()) {
      oid.append(octet & 0xFF);
    }
    return oid;
  }
}
