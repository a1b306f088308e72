package dev.hairpin.linux;

import com.sun.jna.Memory;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * A NIC as the forwarding plane of a switch has it: every frame that comes in, whole, and a way
 * out. It is a packet socket (packet(7)), promiscuous, with what the kernel puts off left as it is,
 * so that a guest's unfinished checksums and large segments pass through. For one thread.
 */
public final class FramePort implements AutoCloseable {
  private static final int BUFFER = 64 << 20;
  private static final int EVERY_TYPE = 0x0003; // ETH_P_ALL
  private static final int ADDRESS = 20;
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
      option(fd, Libc.SOL_SOCKET, Libc.SO_RCVBUFFORCE, BUFFER);
      option(fd, Libc.SOL_SOCKET, Libc.SO_SNDBUFFORCE, BUFFER);
      option(fd, Libc.SOL_PACKET, Libc.PACKET_VNET_HDR, 1);
      option(fd, Libc.SOL_PACKET, Libc.PACKET_AUXDATA, 1);
      option(fd, Libc.SOL_PACKET, Libc.PACKET_IGNORE_OUTGOING, 1);
      set(fd, Libc.SOL_PACKET, Libc.PACKET_ADD_MEMBERSHIP, promiscuous(index));
      bind(fd, index);
      return new FramePort(nic, fd);
    } catch (IOException failed) {
      Libc.close(fd);
      throw failed;
    }
  }

  private static ByteBuffer promiscuous(int index) {
    ByteBuffer request = ByteBuffer.allocate(16).order(ByteOrder.nativeOrder()).putInt(index);
    return request.putShort((short) Libc.PACKET_MR_PROMISC);
  }

  private static void bind(int fd, int index) throws IOException {
    ByteBuffer address = ByteBuffer.allocate(ADDRESS).order(ByteOrder.nativeOrder());
    address.putShort((short) Libc.AF_PACKET);
    address.order(ByteOrder.BIG_ENDIAN).putShort((short) EVERY_TYPE);
    address.order(ByteOrder.nativeOrder()).putInt(index);
    try (Memory memory = memory(address)) {
      if (Libc.bind(fd, memory, ADDRESS) != 0) {
        throw Errno.failed("can't bind a packet socket");
      }
    }
  }

  private static void option(int fd, int level, int name, int value) throws IOException {
    set(fd, level, name, ByteBuffer.allocate(4).order(ByteOrder.nativeOrder()).putInt(value));
  }

  private static void set(int fd, int level, int name, ByteBuffer value) throws IOException {
    try (Memory memory = memory(value)) {
      if (Libc.setsockopt(fd, level, name, memory, value.capacity()) != 0) {
        throw Errno.failed("can't set option %d of a packet socket".formatted(name));
      }
    }
  }

  private static Memory memory(ByteBuffer bytes) {
    Memory memory = new Memory(bytes.capacity());
    memory.write(0, bytes.array(), 0, bytes.capacity());
    return memory;
  }

  /** The NIC's name. */
  public String nic() {
    return nic;
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
