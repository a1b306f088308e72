package dev.hairpin.linux;

import com.sun.jna.Memory;
import java.io.IOException;
import java.util.Optional;

/**
 * A NIC as the forwarding plane of a switch has it: every frame that comes in, whole, and a way
 * out. It is a packet socket (packet(7)), promiscuous, with what the kernel puts off left as it is,
 * so that a guest's unfinished checksums and large segments pass through. For one thread.
 */
public final class FramePort implements AutoCloseable {
  private static final int BUFFER = 64 << 20;
  private static final int EVERY_TYPE = 0x0003; // ETH_P_ALL
  private static final int FULL_QUEUE_MILLIS = 5_000;

  private final String nic;
  private final int fd;
  private final PacketMessage in = new PacketMessage();
  private final Memory out = new Memory(WholeFrame.OFFLOAD + 65_600L);
  private final Poll writable;

  private FramePort(String nic, int fd) {
    this.nic = nic;
    this.fd = fd;
    this.writable = new Poll(1).watch(0, fd, Libc.POLLOUT);
  }

  /**
   * Opens a NIC of this program's own namespace.
   *
   * @throws IOException when there is no such NIC, or without CAP_NET_RAW
   */
  public static FramePort open(String nic) throws IOException {
    int index = Libc.if_nametoindex(nic);
    if (index == 0) {
      throw Errno.failed("can't open the port '" + nic + "'");
    }
    int fd = Libc.socket(Libc.AF_PACKET, Libc.SOCK_RAW | Libc.SOCK_NONBLOCK | Libc.SOCK_CLOEXEC, 0);
    if (fd < 0) {
      throw Errno.failed("can't open a packet socket (needs CAP_NET_RAW)");
    }
    try {
      SocketOption.set(fd, Libc.SOL_SOCKET, Libc.SO_RCVBUFFORCE, BUFFER);
      SocketOption.set(fd, Libc.SOL_SOCKET, Libc.SO_SNDBUFFORCE, BUFFER);
      SocketOption.set(fd, Libc.SOL_PACKET, Libc.PACKET_VNET_HDR, 1);
      SocketOption.set(fd, Libc.SOL_PACKET, Libc.PACKET_AUXDATA, 1);
      SocketOption.set(fd, Libc.SOL_PACKET, Libc.PACKET_IGNORE_OUTGOING, 1);
      SocketOption.membership(fd, index, Libc.PACKET_MR_PROMISC);
      LinkLayerAddress.bind(fd, index, EVERY_TYPE, nic);
      return new FramePort(nic, fd);
    } catch (IOException failed) {
      Libc.close(fd);
      throw failed;
    }
  }

  /**
   * The next frame that has come in; nothing when none waits, or when the link is down.
   *
   * @throws IOException when the NIC is gone
   */
  public Optional<WholeFrame> receive() throws IOException {
    long size = in.receive(fd);
    if (size >= 0) {
      return Optional.of(in.frame((int) size));
    }
    int errno = Errno.last();
    if (errno == Libc.EAGAIN || errno == Libc.EINTR || errno == Libc.ENETDOWN) {
      return Optional.empty();
    }
    throw Errno.failed("can't read the port '" + nic + "'");
  }

  /**
   * Sends a frame out. A frame that the link can't take (it is down, or the frame is longer than
   * its MTU) is dropped, as a switch does.
   *
   * @return whether it was sent
   */
  public boolean send(WholeFrame frame) throws IOException {
    out.write(0, frame.offload(), 0, WholeFrame.OFFLOAD);
    out.write(WholeFrame.OFFLOAD, frame.bytes(), 0, frame.bytes().length);
    int size = WholeFrame.OFFLOAD + frame.bytes().length;
    while (Libc.send(fd, out, size, 0) < 0) {
      int errno = Errno.last();
      boolean full = errno == Libc.EAGAIN;
      if (errno != Libc.EINTR && !(full && writable.await(FULL_QUEUE_MILLIS))) {
        return false;
      }
    }
    return true;
  }

  int descriptor() {
    return fd;
  }

  @Override
  public void close() {
    Libc.close(fd);
  }
}
