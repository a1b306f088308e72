package dev.hairpin.dialect;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.snmp4j.smi.Gauge32;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.Variable;

/**
 * RFC 4188 and RFC 4363: the real bridge's ports and what it has learned, by address alone or by
 * database and address, as the vendor's agent has it.
 */
final class BridgeObjects extends LiveObjects {
  private static final OID BRIDGE = new OID("1.3.6.1.2.1.17");
  private static final int LEARNED = 3;
  private static final int VLAN = 1;
  private static final Map<String, Integer> STATES =
      Map.of("disabled", 1, "blocking", 2, "listening", 3, "learning", 4, "forwarding", 5);

  private final AgentDialect dialect;

  BridgeObjects(AgentDialect dialect) {
    super(BRIDGE);
    this.dialect = dialect;
  }

  @Override
  SortedMap<OID, Variable> objects() {
    SortedMap<OID, Variable> rows = new TreeMap<>();
    for (Device.Port port : dialect.device.ports()) {
      int number = dialect.number(port);
      put(rows, "1.4.1.1", number, new Integer32(number));
      put(rows, "1.4.1.2", number, new Integer32(dialect.ifIndex(port)));
      put(rows, "2.15.1.1", number, new Integer32(number));
      put(rows, "2.15.1.3", number, new Integer32(state(port)));
      put(rows, "7.1.4.5.1.1", number, new Gauge32(VLAN));
    }
    Map<String, Device.Port> learned = dialect.device.learned();
    if (dialect.learnsByVlan()) {
      put(rows, "7.1.2.1.1.2", VLAN, new Gauge32(learned.size()));
    }
    learned.forEach((mac, port) -> learned(rows, mac, dialect.number(port)));
    return rows;
  }

  private void learned(SortedMap<OID, Variable> rows, String digits, int number) {
    byte[] mac = HexFormat.of().parseHex(digits);
    String table = dialect.learnsByVlan() ? "7.1.2.2.1" : "4.3.1";
    Map<Integer, Variable> columns =
        Map.of(
            1, OctetString.fromByteArray(mac), 2, new Integer32(number), 3, new Integer32(LEARNED));
    for (int column : List.of(1, 2, 3)) {
      OID oid = new OID(BRIDGE).append(new OID(table)).append(column);
      if (dialect.learnsByVlan()) {
        oid.append(VLAN);
      }
      for (byte each : mac) {
        oid.append(each & 0xFF);
      }
      rows.put(oid, columns.get(column));
    }
  }

  private int state(Device.Port port) {
    return STATES.getOrDefault(dialect.device.link(port).state(), 1);
  }

  private static void put(SortedMap<OID, Variable> rows, String column, int index, Variable value) {
    rows.put(new OID(BRIDGE).append(new OID(column)).append(index), value);
  }
}
