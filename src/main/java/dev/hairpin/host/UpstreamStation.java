package dev.hairpin.host;

import dev.hairpin.linux.PacketSocket;
import dev.hairpin.wire.MacAddress;
import java.io.IOException;

/**
 * The station on another port of the same switch. It only sends; captures watch what it receives.
 */
public final class UpstreamStation implements Station {
  private final String name;
  private final MacAddress mac;
  private final PacketSocket socket;

  private UpstreamStation(String name, MacAddress mac, PacketSocket socket) {
    this.name = name;
    this.mac = mac;
    this.socket = socket;
  }

  static UpstreamStation on(String name, HostLinks links, String nic) throws IOException {
    MacAddress mac = links.links().facts(nic).mac();
    return new UpstreamStation(name, mac, PacketSocket.sender(links.namespace(), nic));
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

  /** Always 0: it has no receive queue. */
  @Override
  public long dropped() {
    return 0;
  }

  @Override
  public void close() {
    socket.close();
  }
}
