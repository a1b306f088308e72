package dev.hairpin.lab;

import dev.hairpin.linux.LinkFacts;
import dev.hairpin.switches.Neighbour;
import dev.hairpin.wire.MacAddress;
import java.util.List;
import java.util.Optional;

/** Which of this host's NICs an LLDP neighbour of the switch is. */
final class LldpClaims {
  private LldpClaims() {}

  /**
   * By the port id: a NIC's MAC address, or its name where the chassis has an address of this host.
   * The chassis id alone names no NIC: agents give it that of whichever NIC they like.
   *
   * @return nothing when it is another machine, or isn't told
   */
  static Optional<String> nic(
      Neighbour neighbour, String uplinkNic, MacAddress uplinkMac, List<LinkFacts> nics) {
    if (neighbour.portMac().isPresent()) {
      MacAddress mac = neighbour.portMac().get();
      // Members of a bond, and interfaces on top of a NIC, have its address too.
      return mac.equals(uplinkMac)
          ? Optional.of(uplinkNic)
          : nics.stream().filter(each -> each.mac().equals(mac)).map(LinkFacts::name).findFirst();
    }
    boolean thisHost =
        neighbour
            .chassisMac()
            .filter(mac -> nics.stream().anyMatch(each -> each.mac().equals(mac)))
            .isPresent();
    return neighbour
        .portName()
        .filter(name -> thisHost && nics.stream().anyMatch(each -> each.name().equals(name)));
  }
}
