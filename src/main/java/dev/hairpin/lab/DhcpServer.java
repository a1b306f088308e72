package dev.hairpin.lab;

import dev.hairpin.linux.NetNamespace;
import dev.hairpin.linux.PacketSocket;
import dev.hairpin.wire.DhcpMessage;
import dev.hairpin.wire.DhcpReply;
import dev.hairpin.wire.EtherTypes;
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

  private final MacAddress client;
  private final DhcpReply reply;
  private final AtomicInteger answers = new AtomicInteger();
  private final PacketSocket socket;
  private volatile @Nullable IOException failed;

  /**
   * Starts to answer.
   *
   * @param nic the upstream's
   * @param reply whom it answers as, and what it leases
   */
  DhcpServer(NetNamespace namespace, String nic, DhcpReply reply, MacAddress client)
      throws IOException {
    this.reply = reply;
    this.client = client;
    this.socket =
        PacketSocket.open(
            namespace,
            nic,
            EtherTypes.IPV4,
            PacketSocket.Membership.NONE,
            (time, frame) -> heard(frame));
  }

  private void heard(byte[] frame) {
    DhcpMessage.of(frame)
        .filter(each -> each.client().equals(client) && each.kind().ofClient())
        .filter(each -> each.server().map(reply.name()::equals).orElse(true))
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
