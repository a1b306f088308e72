package dev.hairpin.switches;

import java.util.List;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.Variable;
import org.snmp4j.smi.VariableBinding;

/** The VLANs of a bridge port (Q-BRIDGE-MIB), and its state in the spanning tree. */
final class VlanTable {
  private static final List<String> STP =
      List.of("disabled", "blocking", "listening", "learning", "forwarding", "broken");

  private final SnmpLink link;

  VlanTable(SnmpLink link) {
    this.link = link;
  }

  BridgePortFacts read(int bridgePort) throws SwitchException {
    List<Variable> row =
        link.get(
            List.of(Oids.at(Oids.Q_PVID, bridgePort), Oids.at(Oids.STP_PORT_STATE, bridgePort)));
    List<Integer> all = vlans(Oids.Q_STATIC_EGRESS, bridgePort);
    List<Integer> untagged = vlans(Oids.Q_STATIC_UNTAGGED, bridgePort);
    if (all.isEmpty()) {
      all = vlans(Oids.Q_CURRENT_EGRESS, bridgePort);
      untagged = vlans(Oids.Q_CURRENT_UNTAGGED, bridgePort);
    }
    List<Integer> bare = untagged;
    return new BridgePortFacts(
        OptionalInt.of(bridgePort),
        SnmpAnswer.isValue(row.get(0)) ? OptionalInt.of(row.get(0).toInt()) : OptionalInt.empty(),
        all.stream().filter(bare::contains).toList(),
        all.stream().filter(each -> !bare.contains(each)).toList(),
        SnmpAnswer.isValue(row.get(1)) ? state(row.get(1).toInt()) : "");
  }

  private List<Integer> vlans(OID column, int bridgePort) throws SwitchException {
    TreeSet<Integer> vlans = new TreeSet<>();
    for (VariableBinding row : link.walk(column)) {
      if (row.getVariable() instanceof OctetString list && has(list.getValue(), bridgePort)) {
        vlans.add(row.getOid().last());
      }
    }
    return List.copyOf(vlans);
  }

  /** RFC 4363, PortList: the first port is the highest bit of the first octet. */
  private static boolean has(byte[] list, int port) {
    int octet = (port - 1) / 8;
    return port > 0 && octet < list.length && (list[octet] & (0x80 >> ((port - 1) % 8))) != 0;
  }

  private static String state(int value) {
    return value >= 1 && value <= STP.size() ? STP.get(value - 1) : String.valueOf(value);
  }
}
