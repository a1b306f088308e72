package dev.hairpin.lab;

import dev.hairpin.linux.NetNamespace;
import dev.hairpin.linux.PacketSocket;
import dev.hairpin.wire.DhcpMessage;
import dev.hairpin.wire.DhcpReply;
import dev.hairpin.wire.Ipv4Address;
import dev.hairpin.wire.MacAddress;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A DHCP server on the upstream's NIC that leases one address to one guest and answers nobody else:
 * on a network with a DHCP server of its own it harms no one. When the guest takes another server's
 * offer, it is silent.
 */
public final class DhcpServer implements AutoCloseable {
  private static final int IPV4 = 0x0800;

  private final MacAddress client;
  private final Ipv4Address name;
  private final DhcpReply reply;
  private final AtomicInteger answers = new AtomicInteger();
  private final PacketSocket socket;
  private volatile @Nullable IOException failed;

  private DhcpServer(
      NetNamespace namespace,
      String nic,
      MacAddress server,
      Ipv4Address name,
      MacAddress client,
      Ipv4Address leased)
      throws IOException {
    this.client = client;
    this.name = name;
    this.reply = new DhcpReply(server, name, leased);
    this.socket =
        PacketSocket.open(
            namespace, nic, IPV4, PacketSocket.Membership.NONE, (time, frame) -> heard(frame));
  }

  /**
   * Starts to answer.
   *
   * @param nic the upstream's
   * @param server its MAC address
   * @param name the server's IPv4 address
   * @param leased the IPv4 address for the client
   */
  static DhcpServer open(
      NetNamespace namespace,
      String nic,
      MacAddress server,
      Ipv4Address name,
      MacAddress client,
      Ipv4Address leased)
      throws IOException {
    return new DhcpServer(namespace, nic, server, name, client, leased);
  }

  private void heard(byte[] frame) {
    DhcpMessage.of(frame)
        .filter(each -> each.client().equals(client) && each.kind().ofClient())
        .filter(each -> each.server().map(name::equals).orElse(true))
        .ifPresent(this::answer);
  }

  private void answer(DhcpMessage asked) {
    try {
      socket.send(reply.to(asked));
      answers.incrementAndGet();
    } catch (IOException cannot) {
      failed = cannot;
    }
  }

  /**
   * How many answers it has sent.
   *
   * @throws IOException when one could not be sent
   */
  public int answers() throws IOException {
    socket.check();
    IOException cannot = failed;
    if (cannot != null) {
      throw cannot;
    }
    return answers.get();
  }

  @Override
  public void close() {
    socket.close();
  }
}
