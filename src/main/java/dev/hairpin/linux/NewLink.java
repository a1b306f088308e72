package dev.hairpin.linux;

import dev.hairpin.wire.MacAddress;
import java.util.Optional;

/**
 * A macvtap or macvlan that is wanted.
 *
 * @param kind {@code macvtap} or {@code macvlan}
 * @param nic the NIC it sits on
 * @param name at most 15 bytes
 * @param mac its MAC address; where left out the kernel draws one, or in passthru mode gives it the
 *     NIC's (one that is given would be set on the NIC too)
 * @param mode {@code vepa}, {@code bridge}, {@code private} or {@code passthru}
 */
public record NewLink(String kind, String nic, String name, Optional<MacAddress> mac, String mode) {
  /** A macvtap. */
  public static NewLink macvtap(String nic, String name, Optional<MacAddress> mac, String mode) {
    return new NewLink("macvtap", nic, name, mac, mode);
  }

  /** A macvlan: an interface for the host itself. */
  public static NewLink macvlan(String nic, String name, Optional<MacAddress> mac, String mode) {
    return new NewLink("macvlan", nic, name, mac, mode);
  }

  @Override
  public String toString() {
    return "a %s in %s mode on '%s'".formatted(kind, mode, nic);
  }
}
