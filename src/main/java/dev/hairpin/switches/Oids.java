package dev.hairpin.switches;

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

  private Oids() {}

  static OID at(OID column, int index) {
    return new OID(column).append(index);
  }
}
