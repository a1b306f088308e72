package dev.hairpin.host;

import java.util.Locale;

/** The modes of a macvtap device (Linux {@code enum macvlan_mode}). */
public enum MacvtapMode {
  /**
   * Everything leaves through the uplink, frames for siblings too; the switch must send those back.
   */
  VEPA,
  /** Frames for siblings in bridge mode are delivered inside the host. */
  BRIDGE,
  /** No traffic between siblings. */
  PRIVATE,
  /** One device has the NIC to itself, with the NIC's own MAC address. */
  PASSTHRU;

  /** The name that {@code ip link} uses. */
  public String kernelName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
