package dev.hairpin.steps;

import dev.hairpin.host.MacvtapMode;
import dev.hairpin.switches.RelayState;
import dev.hairpin.wire.MacAddress;
import dev.hairpin.wire.ProbeKind;
import io.cucumber.java.ParameterType;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;

/** The words of the field that steps take as parameters. */
public final class Words {
  @ParameterType("A|B|C|the host's macvlan interface|the host|the upstream")
  public Actor actor(String words) {
    return Actor.of(words);
  }

  @ParameterType("[A-C]")
  public String station(String name) {
    return name;
  }

  @ParameterType("vepa|bridge|private|passthru")
  public MacvtapMode mode(String name) {
    return MacvtapMode.valueOf(name.toUpperCase(Locale.ROOT));
  }

  @ParameterType("on|off")
  public RelayState relay(String state) {
    return RelayState.valueOf(state.toUpperCase(Locale.ROOT));
  }

  /** What a frame carries, as the field calls it. */
  @ParameterType("0x88B5|IPv4|IPv6|ARP|LLC/SNAP")
  public ProbeKind kind(String words) {
    for (ProbeKind each : ProbeKind.values()) {
      if (each.words().equals(words)) {
        return each;
      }
    }
    throw new IllegalArgumentException("'" + words + "' is no kind of frame here");
  }

  /**
   * An IP multicast group, as the MAC address that it maps to: RFC 1112 section 6.4 (IPv4), RFC
   * 2464 section 7 (IPv6).
   */
  @ParameterType("[0-9.]+|[0-9A-Fa-f]*:[0-9A-Fa-f:]+")
  public MacAddress group(String address) throws UnknownHostException {
    InetAddress group = InetAddress.getByName(address);
    if (!group.isMulticastAddress()) {
      throw new IllegalArgumentException("'" + address + "' is not a multicast group");
    }
    byte[] bytes = group.getAddress();
    long low = 0;
    for (int index = bytes.length - 4; index < bytes.length; index++) {
      low = low << 8 | (bytes[index] & 0xFF);
    }
    return MacAddress.of(
        bytes.length == 4 ? 0x0100_5E00_0000L | (low & 0x7F_FFFF) : 0x3333_0000_0000L | low);
  }
}
