package dev.hairpin.switches;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A way to a v2c agent that loses what it is told to lose. */
final class LossyUdp implements AutoCloseable {
  /** The request PDUs in the order they came, by their tag: a0 GET, a3 SET, a5 GETBULK. */
  final List<Integer> requests = new CopyOnWriteArrayList<>();

  final AtomicInteger loseSets = new AtomicInteger();
  final AtomicInteger loseAnswersToSets = new AtomicInteger();
  final AtomicInteger loseAll = new AtomicInteger();
  private final DatagramSocket front;
  private final int agentPort;
  private final List<DatagramSocket> sockets = new ArrayList<>();

  LossyUdp(int agentPort) {
    this.agentPort = agentPort;
    try {
      front = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
    sockets.add(front);
    Thread thread = new Thread(this::relay, "lossy-udp");
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return front.getLocalPort();
  }

  private void relay() {
    try (DatagramSocket back = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      back.setSoTimeout(2000);
      while (true) {
        DatagramPacket request = new DatagramPacket(new byte[4096], 4096);
        front.receive(request);
        int tag = tag(request.getData());
        requests.add(tag);
        if (loseAll.get() > 0 || (tag == 0xA3 && loseSets.getAndDecrement() > 0)) {
          continue;
        }
        back.send(
            new DatagramPacket(
                request.getData(),
                request.getLength(),
                new InetSocketAddress(InetAddress.getLoopbackAddress(), agentPort)));
        DatagramPacket answer = new DatagramPacket(new byte[65535], 65535);
        back.receive(answer);
        if (tag == 0xA3 && loseAnswersToSets.getAndDecrement() > 0) {
          continue;
        }
        front.send(
            new DatagramPacket(answer.getData(), answer.getLength(), request.getSocketAddress()));
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  /** The tag after version and community. */
  private static int tag(byte[] message) {
    int at = (message[1] & 0x80) == 0 ? 2 : 2 + (message[1] & 0x7F);
    at += 2 + message[at + 1];
    at += 2 + message[at + 1];
    return message[at] & 0xFF;
  }

  @Override
  public void close() {
    sockets.forEach(DatagramSocket::close);
  }
}
