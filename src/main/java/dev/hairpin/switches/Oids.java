package dev.hairpin.switches;

import dev.hairpin.wire.MacAddress;
import org.snmp4j.smi.OID;

/** The standard objects that are read; names and numbers as in their MIBs. */
final class Oids {
  // SNMPv2-MIB (RFC 3418)
  static final OID SYS_DESCR = new OID("1.3.6.1.2.1.1.1.0");
  static final OID SYS_OBJECT_ID = new OID("1.3.6.1.2.1.1.2.0");
  static final OID SYS_NAME = new OID("1.3.6.1.2.1.1.5.0");

  // IF-MIB (RFC 2863), indexed by ifIndex
  static final OID IF_DESCR = new OID("1.3.6.1.2.1.2.2.1.2");
  static final OID IF_MTU = new OID("1.3.6.1.2.1.2.2.1.4");
  static final OID IF_SPEED = new OID("1.3.6.1.2.1.2.2.1.5");
  static final OID IF_ADMIN_STATUS = new OID("1.3.6.1.2.1.2.2.1.7");
  static final OID IF_OPER_STATUS = new OID("1.3.6.1.2.1.2.2.1.8");
  static final OID IF_IN_OCTETS = new OID("1.3.6.1.2.1.2.2.1.10");
  static final OID IF_IN_UCAST = new OID("1.3.6.1.2.1.2.2.1.11");
  static final OID IF_OUT_OCTETS = new OID("1.3.6.1.2.1.2.2.1.16");
  static final OID IF_OUT_UCAST = new OID("1.3.6.1.2.1.2.2.1.17");
  static final OID IF_NAME = new OID("1.3.6.1.2.1.31.1.1.1.1");
  static final OID IF_HC_IN_OCTETS = new OID("1.3.6.1.2.1.31.1.1.1.6");
  static final OID IF_HC_IN_UCAST = new OID("1.3.6.1.2.1.31.1.1.1.7");
  static final OID IF_HC_IN_MULTICAST = new OID("1.3.6.1.2.1.31.1.1.1.8");
  static final OID IF_HC_IN_BROADCAST = new OID("1.3.6.1.2.1.31.1.1.1.9");
  static final OID IF_HC_OUT_OCTETS = new OID("1.3.6.1.2.1.31.1.1.1.10");
  static final OID IF_HC_OUT_UCAST = new OID("1.3.6.1.2.1.31.1.1.1.11");
  static final OID IF_HC_OUT_MULTICAST = new OID("1.3.6.1.2.1.31.1.1.1.12");
  static final OID IF_HC_OUT_BROADCAST = new OID("1.3.6.1.2.1.31.1.1.1.13");
  static final OID IF_HIGH_SPEED = new OID("1.3.6.1.2.1.31.1.1.1.15");
  static final OID IF_ALIAS = new OID("1.3.6.1.2.1.31.1.1.1.18");

  // BRIDGE-MIB (RFC 4188): the first by bridge port number, the others by MAC address
  static final OID BASE_PORT_IF_INDEX = new OID("1.3.6.1.2.1.17.1.4.1.2");
  static final OID FDB_PORT = new OID("1.3.6.1.2.1.17.4.3.1.2");
  static final OID FDB_STATUS = new OID("1.3.6.1.2.1.17.4.3.1.3");

  // BRIDGE-MIB, by bridge port number
  static final OID STP_PORT_STATE = new OID("1.3.6.1.2.1.17.2.15.1.3");

  // IF-MIB ifStackTable: by the ifIndex above and the one below it
  static final OID IF_STACK_STATUS = new OID("1.3.6.1.2.1.31.1.2.1.3");

  // IEEE8023-LAG-MIB (802.1AX-2014, Annex D): the aggregator of a port, by the port's ifIndex
  static final OID AGG_PORT_ATTACHED = new OID("1.2.840.10006.300.43.1.2.1.1.13");

  // Q-BRIDGE-MIB (RFC 4363): by FDB id (and MAC address), by VLAN, by bridge port number; the
  // tables of current VLANs have a time mark before the VLAN
  static final OID Q_FDB_COUNT = new OID("1.3.6.1.2.1.17.7.1.2.1.1.2");
  static final OID Q_FDB_PORT = new OID("1.3.6.1.2.1.17.7.1.2.2.1.2");
  static final OID Q_FDB_STATUS = new OID("1.3.6.1.2.1.17.7.1.2.2.1.3");
  static final OID Q_CURRENT_EGRESS = new OID("1.3.6.1.2.1.17.7.1.4.2.1.4");
  static final OID Q_CURRENT_UNTAGGED = new OID("1.3.6.1.2.1.17.7.1.4.2.1.5");
  static final OID Q_STATIC_EGRESS = new OID("1.3.6.1.2.1.17.7.1.4.3.1.2");
  static final OID Q_STATIC_UNTAGGED = new OID("1.3.6.1.2.1.17.7.1.4.3.1.4");
  static final OID Q_PVID = new OID("1.3.6.1.2.1.17.7.1.4.5.1.1");

  // ENTITY-MIB (RFC 6933), by entPhysicalIndex
  static final OID ENT_DESCR = new OID("1.3.6.1.2.1.47.1.1.1.1.2");
  static final OID ENT_CLASS = new OID("1.3.6.1.2.1.47.1.1.1.1.5");
  static final OID ENT_SOFTWARE = new OID("1.3.6.1.2.1.47.1.1.1.1.10");
  static final OID ENT_SERIAL = new OID("1.3.6.1.2.1.47.1.1.1.1.11");
  static final OID ENT_MODEL = new OID("1.3.6.1.2.1.47.1.1.1.1.13");

  // LLDP-MIB (802.1AB-2005): local ports by lldpPortNumber; neighbours by time mark, local port
  // number and an index
  static final OID LLDP_LOCAL_PORT_ID = new OID("1.0.8802.1.1.2.1.3.7.1.3");
  static final OID LLDP_LOCAL_PORT_DESCR = new OID("1.0.8802.1.1.2.1.3.7.1.4");
  static final OID LLDP_CHASSIS_SUBTYPE = new OID("1.0.8802.1.1.2.1.4.1.1.4");
  static final OID LLDP_CHASSIS = new OID("1.0.8802.1.1.2.1.4.1.1.5");
  static final OID LLDP_PORT_SUBTYPE = new OID("1.0.8802.1.1.2.1.4.1.1.6");
  static final OID LLDP_PORT = new OID("1.0.8802.1.1.2.1.4.1.1.7");
  static final OID LLDP_PORT_DESCR = new OID("1.0.8802.1.1.2.1.4.1.1.8");
  static final OID LLDP_SYSTEM = new OID("1.0.8802.1.1.2.1.4.1.1.9");

  private Oids() {}

  /** A column's object for an address. */
  static OID at(OID column, MacAddress mac) {
    OID oid = new OID(column);
    for (byte octet : mac.bytes()) {
      oid.append(octet & 0xFF);
    }
    return oid;
  }

  static OID at(OID column, int index) {
    return new OID(column).append(index);
  }
}
