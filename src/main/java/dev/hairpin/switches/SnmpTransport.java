package dev.hairpin.switches;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.SocketException;
import org.snmp4j.transport.DefaultUdpTransportMapping;

/** UDP from the place that a switch is reached from, and from nowhere else. */
final class SnmpTransport extends DefaultUdpTransportMapping {
  private SnmpTransport() throws SocketException {
    super();
  }

  static SnmpTransport open(Reach reach) throws IOException {
    try {
      return reach.call(SnmpTransport::new);
    } catch (IOException trouble) {
      throw trouble;
    } catch (Exception trouble) {
      throw new IOException("no UDP socket can be opened there: " + Cause.of(trouble), trouble);
    }
  }

  /** A new socket made here would belong to whatever place this thread stands in. */
  @Override
  protected DatagramSocket renewSocketAfterException(SocketException trouble, DatagramSocket failed)
      throws SocketException {
    throw trouble;
  }
}
