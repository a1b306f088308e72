package dev.hairpin.switches;

import dev.hairpin.wire.MacAddress;
import java.util.Optional;

/**
 * Who has told a switch port by LLDP that it is at the other end (LLDP-MIB lldpRemTable).
 *
 * @param localPort the switch's port, by lldpLocPortId or lldpLocPortDesc; its number where neither
 *     is a port's name
 * @param chassis its lldpRemChassisId; a MAC address in the usual form
 * @param port its lldpRemPortId; a MAC address in the usual form
 * @param chassisMac when the chassis is named by a MAC address
 * @param portMac when the port is named by a MAC address
 * @param portName when the port is named by an interface name
 * @param system its lldpRemSysName
 */
public record Neighbour(
    String localPort,
    String chassis,
    String port,
    Optional<MacAddress> chassisMac,
    Optional<MacAddress> portMac,
    Optional<String> portName,
    Optional<String> system) {

  /** For people: {@code kvm3 port eth3 (chassis 02:00:00:00:00:01)}. */
  @Override
  public String toString() {
    return system.map(each -> each + " ").orElse("")
        + "port "
        + port
        + " (chassis "
        + chassis
        + ")";
  }
}
