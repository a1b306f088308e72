package dev.hairpin.linux;

import dev.hairpin.wire.MacAddress;
import java.util.Optional;
import java.util.Set;

/**
 * What the kernel says of a network interface.
 *
 * @param name its name in its namespace
 * @param index its number in its namespace
 * @param mac its MAC address
 * @param mtu bytes of payload in a frame
 * @param operstate RFC 2863's, as {@code ip} prints it: {@code UP}, {@code DOWN}, {@code
 *     LOWERLAYERDOWN}, {@code UNKNOWN}
 * @param flags as {@code ip} prints them: {@code UP}, {@code LOWER_UP}, {@code BROADCAST}
 * @param promiscuity how many want it promiscuous; 0 when it isn't
 * @param allmulti how many want every multicast frame
 * @param kind the kind of a virtual one: {@code veth}, {@code macvtap}
 * @param driver the driver of a device, or the kind of a virtual one
 * @param mode the mode of a macvtap or macvlan
 * @param lower the interface it sits on, where that is in the same namespace
 * @param holder the bridge, bond or the like that it is part of, and that takes every frame from
 *     it: only one can (netdev_rx_handler_register), so no macvtap can be made on it then; a VRF is
 *     none
 * @param alias its label
 */
public record LinkFacts(
    String name,
    int index,
    MacAddress mac,
    int mtu,
    String operstate,
    Set<String> flags,
    int promiscuity,
    int allmulti,
    Optional<String> kind,
    String driver,
    Optional<String> mode,
    Optional<String> lower,
    Optional<String> holder,
    Optional<String> alias) {

  /** Whether an administrator has set it up. */
  public boolean up() {
    return flags.contains("UP");
  }

  /** Whether there is a carrier: somebody at the other end of the cable. */
  public boolean carrier() {
    return flags.contains("LOWER_UP") && !flags.contains("NO-CARRIER");
  }

  /** Whether it lets in every frame. */
  public boolean promiscuous() {
    return promiscuity > 0;
  }
}
