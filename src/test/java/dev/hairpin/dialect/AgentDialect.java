package dev.hairpin.dialect;

import java.util.List;
import org.snmp4j.mp.SnmpConstants;
import org.snmp4j.smi.OID;

/**
 * What one vendor's agent has beside the standard's objects, and how it numbers and names ports.
 */
public abstract class AgentDialect {
  final Device device;

  AgentDialect(Device device) {
    this.device = device;
  }

  abstract String sysDescr();

  abstract OID sysObjectId();

  /** A port's number as a port of the bridge: dot1dBasePort. */
  abstract int number(Device.Port port);

  /** A port's ifIndex. */
  abstract int ifIndex(Device.Port port);

  /** A port's ifName; its ifDescr is always its whole name. */
  String ifName(Device.Port port) {
    return port.name;
  }

  /** Addresses by database and address (Q-BRIDGE-MIB), else by address alone (BRIDGE-MIB). */
  abstract boolean learnsByVlan();

  abstract List<LiveObjects> vendors();

  /**
   * What stands against any SET of reflective relay.
   *
   * @return an error status of RFC 3416; 0 when nothing does
   */
  final int against() {
    return switch (device.fault) {
      case NOT_WRITABLE -> SnmpConstants.SNMP_ERROR_NOT_WRITEABLE;
      case WRONG_VALUE -> SnmpConstants.SNMP_ERROR_WRONG_VALUE;
      default -> SnmpConstants.SNMP_ERROR_SUCCESS;
    };
  }
}
