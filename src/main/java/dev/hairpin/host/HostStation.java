package dev.hairpin.host;

import dev.hairpin.linux.NetNamespace;
import dev.hairpin.linux.PacketSocket;
import dev.hairpin.linux.PacketSocket.Membership;
import dev.hairpin.wire.FrameSink;
import dev.hairpin.wire.MacAddress;
import java.io.IOException;
import java.util.Optional;

/**
 * The host itself on a NIC, or on a macvlan interface made for it: sends as the host's stack would,
 * and receives what is left for that stack.
 */
public final class HostStation implements Station {
  /** The EtherType that it receives: IEEE 802 local experimental 1. */
  public static final int ETHER_TYPE = 0x88B5;

  private final String name;
  private final String nic;
  private final MacAddress mac;
  private final PacketSocket socket;
  private final Optional<HostLinks> owner;

  private HostStation(
      String name, String nic, MacAddress mac, PacketSocket socket, Optional<HostLinks> owner) {
    this.name = name;
    this.nic = nic;
    this.mac = mac;
    this.socket = socket;
    this.owner = owner;
  }

  static HostStation on(String name, HostLinks links, String nic, FrameSink sink)
      throws IOException {
    MacAddress mac = links.links().facts(nic).mac();
    return new HostStation(name, nic, mac, socket(links.namespace(), nic, sink), Optional.empty());
  }

  static HostStation onMacvlan(
      String name, HostLinks links, String nic, MacvtapMode mode, FrameSink sink)
      throws IOException {
    var link = links.add("macvlan", nic, mode);
    try {
      PacketSocket socket = socket(links.namespace(), link.name(), sink);
      return new HostStation(name, link.name(), link.mac(), socket, Optional.of(links));
    } catch (IOException failed) {
      links.delete(link.name());
      throw failed;
    }
  }

  private static PacketSocket socket(NetNamespace namespace, String nic, FrameSink sink)
      throws IOException {
    return PacketSocket.open(namespace, nic, ETHER_TYPE, Membership.NONE, sink);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public MacAddress mac() {
    return mac;
  }

  /** The interface it uses. */
  public String link() {
    return nic;
  }

  @Override
  public void send(byte[] frame) throws IOException {
    socket.send(frame);
  }

  @Override
  public long dropped() throws IOException {
    socket.check();
    return socket.dropped();
  }

  @Override
  public void close() throws IOException {
    socket.close();
    if (owner.isPresent()) {
      owner.get().delete(nic);
    }
  }
}
