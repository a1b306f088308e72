package dev.hairpin.switches;

import java.io.IOException;
import java.io.InterruptedIOException;
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
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while opening a UDP socket");
    } catch (Exception trouble) {
      throw new IOException("no UDP socket can be opened there: " + Cause.of(trouble), trouble);
    }
  }

  /** After closing there is no socket, and another must not take its place. */
  @Override
  protected synchronized DatagramSocket ensureSocket() throws SocketException {
    DatagramSocket open = socket;
    if (open == null || open.isClosed()) {
      throw new SocketException("this session was closed");
    }
    return open;
  }

  /** A new socket made here would belong to whatever place this thread stands in. */
  @Override
  protected DatagramSocket renewSocketAfterException(SocketException trouble, DatagramSocket failed)
      throws SocketException {
    throw trouble;
  }
}
