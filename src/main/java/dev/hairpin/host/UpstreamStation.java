package dev.hairpin.host;

import dev.hairpin.linux.NetNamespace;
import dev.hairpin.linux.PacketSocket;
import dev.hairpin.wire.MacAddress;
import java.io.IOException;

/** The upstream: sends on its own NIC. What it receives is captured on that NIC. */
public final class UpstreamStation implements Station {
  private final String name;
  private final MacAddress mac;
  private final PacketSocket socket;

  private UpstreamStation(String name, MacAddress mac, PacketSocket socket) {
    this.name = name;
    this.mac = mac;
    this.socket = socket;
  }

  static UpstreamStation open(NetNamespace namespace, String nic, String name, MacAddress mac)
      throws IOException {
    return new UpstreamStation(name, mac, PacketSocket.sender(namespace, nic));
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

  /** It keeps no queue. */
  @Override
  public long dropped() {
    return 0;
  }

  @Override
  public void close() {
    socket.close();
  }
}
