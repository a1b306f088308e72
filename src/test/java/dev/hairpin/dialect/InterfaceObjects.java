package dev.hairpin.dialect;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.snmp4j.smi.Counter32;
import org.snmp4j.smi.Counter64;
import org.snmp4j.smi.Gauge32;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.Variable;

/** RFC 2863: ifTable and ifXTable of the real ports, under the vendor's names and numbers. */
final class InterfaceObjects extends LiveObjects {
  private static final OID IF_TABLE = new OID("1.3.6.1.2.1.2.2.1");
  private static final OID IF_X_TABLE = new OID("1.3.6.1.2.1.31.1.1.1");
  private static final int ETHERNET = 6;
  private static final int MEGABITS = 10_000;

  private final AgentDialect dialect;
  private final boolean extended;

  private InterfaceObjects(AgentDialect dialect, OID root, boolean extended) {
    super(root);
    this.dialect = dialect;
    this.extended = extended;
  }

  static List<LiveObjects> of(AgentDialect dialect) {
    return List.of(
        new InterfaceObjects(dialect, IF_TABLE, false),
        new InterfaceObjects(dialect, IF_X_TABLE, true));
  }

  @Override
  SortedMap<OID, Variable> objects() {
    SortedMap<OID, Variable> rows = new TreeMap<>();
    for (Device.Port port : dialect.device.ports()) {
      Row row = new Row(rows, extended ? IF_X_TABLE : IF_TABLE, dialect.ifIndex(port));
      Device.Link link = dialect.device.link(port);
      if (extended) {
        extended(row, dialect.ifName(port), link);
      } else {
        basic(row, port, link);
      }
    }
    return rows;
  }

  private record Row(SortedMap<OID, Variable> rows, OID table, int ifIndex) {
    void put(int column, Variable value) {
      rows.put(new OID(table).append(column).append(ifIndex), value);
    }
  }

  private static void basic(Row row, Device.Port port, Device.Link link) {
    row.put(1, new Integer32(row.ifIndex()));
    row.put(2, new OctetString(port.name));
    row.put(3, new Integer32(ETHERNET));
    row.put(4, new Integer32(link.mtu()));
    row.put(5, new Gauge32(4_294_967_295L));
    row.put(7, new Integer32(1));
    row.put(8, new Integer32(link.up() ? 1 : 2));
    row.put(10, low(link.in().octets()));
    row.put(11, low(link.in().frames() - link.in().multicast()));
    row.put(16, low(link.out().octets()));
    row.put(17, low(link.out().frames() - link.out().multicast()));
  }

  private static void extended(Row row, String name, Device.Link link) {
    row.put(1, new OctetString(name));
    traffic(row, 6, link.in());
    traffic(row, 10, link.out());
    row.put(15, new Gauge32(MEGABITS));
    row.put(18, new OctetString());
  }

  private static void traffic(Row row, int column, Device.Traffic counted) {
    row.put(column, new Counter64(counted.octets()));
    row.put(column + 1, new Counter64(counted.frames() - counted.multicast()));
    row.put(column + 2, new Counter64(counted.multicast()));
    row.put(column + 3, new Counter64(0));
  }

  private static Counter32 low(long count) {
    return new Counter32(count & 0xFFFF_FFFFL);
  }
}
