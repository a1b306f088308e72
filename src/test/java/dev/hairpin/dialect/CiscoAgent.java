package dev.hairpin.dialect;

import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.Variable;

/**
 * The agent of a Catalyst: ifName is the short form of a port's name, ifDescr the long one;
 * LLDP-MIB (802.1AB-2005) with what is at the ports' other ends. There is no object that sets
 * reflective relay, and here no ifStackTable.
 */
public final class CiscoAgent extends AgentDialect {
  private static final OID LLDP = new OID("1.0.8802.1.1.2.1");
  private static final int BY_MAC_ADDRESS = 3;
  private static final int CHASSIS_BY_MAC_ADDRESS = 4;
  private static final int BY_NAME = 5;

  public CiscoAgent(Device device) {
    super(device);
  }

  @Override
  String sysDescr() {
    return "Cisco IOS Software [Amsterdam], Catalyst L3 Switch Software (CAT9K_IOSXE), Version"
        + " 17.3.3, RELEASE SOFTWARE (fc7)";
  }

  @Override
  OID sysObjectId() {
    return new OID("1.3.6.1.4.1.9.1.2494");
  }

  @Override
  int number(Device.Port port) {
    int number = 1;
    for (Device.Port each : device.ports()) {
      if (each.name.equals(port.name)) {
        return number;
      }
      number++;
    }
    throw new IllegalStateException("no port " + port.name);
  }

  @Override
  int ifIndex(Device.Port port) {
    return 8 + number(port);
  }

  @Override
  String ifName(Device.Port port) {
    return port.name.replaceAll("(..)[A-Za-z-]+", "$1");
  }

  @Override
  boolean learnsByVlan() {
    return false;
  }

  @Override
  List<LiveObjects> vendors() {
    return List.of(new Lldp());
  }

  private final class Lldp extends LiveObjects {
    Lldp() {
      super(LLDP);
    }

    @Override
    SortedMap<OID, Variable> objects() {
      SortedMap<OID, Variable> rows = new TreeMap<>();
      for (Device.Port port : device.ports()) {
        int number = number(port);
        put(rows, "3.7.1.2", List.of(number), new Integer32(BY_NAME));
        put(rows, "3.7.1.3", List.of(number), new OctetString(ifName(port)));
        String mac = device.neighbours.get(port.name);
        if (mac != null) {
          List<Integer> index = List.of(0, number, 1);
          OctetString octets = OctetString.fromByteArray(HexFormat.ofDelimiter(":").parseHex(mac));
          put(rows, "4.1.1.4", index, new Integer32(CHASSIS_BY_MAC_ADDRESS));
          put(rows, "4.1.1.5", index, octets);
          put(rows, "4.1.1.6", index, new Integer32(BY_MAC_ADDRESS));
          put(rows, "4.1.1.7", index, octets);
        }
      }
      return rows;
    }

    private static void put(
        SortedMap<OID, Variable> rows, String column, List<Integer> index, Variable value) {
      OID oid = new OID(LLDP).append(new OID(column));
      index.forEach(oid::append);
      rows.put(oid, value);
    }
  }
}
