package dev.hairpin.host;

import dev.hairpin.linux.NetNamespace;
import dev.hairpin.linux.PacketSocket;
import dev.hairpin.linux.PacketSocket.Membership;
import dev.hairpin.wire.FrameSink;
import dev.hairpin.wire.MacAddress;
import dev.hairpin.wire.Probe;
import java.io.IOException;

/**
 * The host itself on one of its interfaces. It hears what the host's own stack would: a packet
 * socket of one EtherType gets frames only after macvlan's rx_handler has let them pass ({@code
 * __netif_receive_skb_core}).
 */
public final class HostStation implements Station {
  private final String name;
  private final MacAddress mac;
  private final PacketSocket socket;
  private final Afterwards afterwards;

  /** What is left to do when it is closed. */
  @FunctionalInterface
  interface Afterwards {
    void run() throws IOException;
  }

  private HostStation(String name, MacAddress mac, PacketSocket socket, Afterwards afterwards) {
    this.name = name;
    this.mac = mac;
    this.socket = socket;
    this.afterwards = afterwards;
  }

  static HostStation open(
      NetNamespace namespace,
      String nic,
      String name,
      MacAddress mac,
      FrameSink sink,
      Afterwards afterwards)
      throws IOException {
    return new HostStation(
        name,
        mac,
        PacketSocket.open(namespace, nic, Probe.ETHER_TYPE, Membership.NONE, sink),
        afterwards);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public MacAddress mac() {
    return mac;
  }

  @Override
  public void send(byte[] frame) throws IOException {
    socket.send(frame);
  }

  @Override
  public long dropped() throws IOException {
    return socket.dropped();
  }

  @Override
  public void close() throws IOException {
    socket.close();
    afterwards.run();
  }
}
