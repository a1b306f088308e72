package dev.hairpin.linux;

import com.sun.jna.Memory;
import dev.hairpin.wire.FrameSink;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A raw packet socket on one NIC (packet(7)). One with an EtherType is served after the NIC's
 * receive handler, so it sees what is left for the host's own stack once macvlan took the frames of
 * its stations: frames for other hosts are skipped as the stack skips them.
 *
 * <p>Sending is safe for many threads. Frames are read by a thread of its own.
 */
public final class PacketSocket implements AutoCloseable {
  private static final int LARGEST = 65_536;
  private static final int RECEIVE_BUFFER = 16 << 20;
  private static final int COUNTS = 8;
  private static final int PACKET_TYPE = 10;
  private static final int PACKET_OTHERHOST = 3;
  private static final long SEND_NANOS = TimeUnit.SECONDS.toNanos(1);

  /** Which frames the NIC is asked to let in beside its own. */
  public enum Membership {
    /** None: unicast to it, broadcast, and the groups that others joined. */
    NONE,
    /** Every multicast frame (PACKET_MR_ALLMULTI). */
    ALL_MULTICAST,
    /** Every frame (PACKET_MR_PROMISC). */
    PROMISCUOUS
  }

  private final String nic;
  private final int fd;
  private final Memory in = new Memory(LARGEST);
  private final Memory out = new Memory(LARGEST);
  private final Memory from = new Memory(LinkLayerAddress.LENGTH);
  private final Memory length = new Memory(4);
  private final Memory counts = new Memory(COUNTS);
  private final Memory countsSize = new Memory(4);
  private final Poll writable;
  private final Optional<FrameSink> sink;
  private final @Nullable FrameReader reader;
  private long dropped;
  private boolean closed;

  private PacketSocket(String nic, int fd, Optional<FrameSink> sink) throws IOException {
    this.nic = nic;
    this.fd = fd;
    this.sink = sink;
    this.writable = new Poll(1).watch(0, fd, Libc.POLLOUT);
    this.reader =
        sink.isPresent()
            ? new FrameReader("hairpin-packets-" + nic, fd, this::readOne, this::release)
            : null;
  }

  /** One that only sends. */
  public static PacketSocket sender(NetNamespace namespace, String nic) throws IOException {
    return new PacketSocket(
        nic, InNamespace.io(namespace, () -> openIn(nic, 0, Membership.NONE)), Optional.empty());
  }

  /**
   * One that sends, and receives one EtherType from now on.
   *
   * @param etherType 0x0600 to 0xFFFF
   * @throws IOException when there is no such NIC, or without CAP_NET_RAW
   */
  public static PacketSocket open(
      NetNamespace namespace, String nic, int etherType, Membership membership, FrameSink sink)
      throws IOException {
    int fd = InNamespace.io(namespace, () -> openIn(nic, etherType, membership));
    PacketSocket socket = new PacketSocket(nic, fd, Optional.of(sink));
    if (socket.reader != null) {
      socket.reader.start();
    }
    return socket;
  }

  private static int openIn(String nic, int etherType, Membership membership) throws IOException {
    int index = Libc.if_nametoindex(nic);
    if (index == 0) {
      throw Errno.failed("can't open a packet socket on '" + nic + "'");
    }
    // Protocol 0 receives nothing until bind names the NIC: no frame of another NIC slips in.
    int fd = Libc.socket(Libc.AF_PACKET, Libc.SOCK_RAW | Libc.SOCK_NONBLOCK | Libc.SOCK_CLOEXEC, 0);
    if (fd < 0) {
      throw Errno.failed("can't open a packet socket (needs CAP_NET_RAW)");
    }
    try {
      SocketOption.set(fd, Libc.SOL_SOCKET, Libc.SO_RCVBUFFORCE, RECEIVE_BUFFER);
      join(fd, index, membership);
      LinkLayerAddress.bind(fd, index, etherType, nic);
      return fd;
    } catch (IOException failed) {
      Libc.close(fd);
      throw failed;
    }
  }

  private static void join(int fd, int index, Membership membership) throws IOException {
    if (membership == Membership.NONE) {
      return;
    }
    SocketOption.membership(
        fd,
        index,
        membership == Membership.PROMISCUOUS ? Libc.PACKET_MR_PROMISC : Libc.PACKET_MR_ALLMULTI);
  }

  /**
   * Sends one frame out of the NIC, as the host itself would.
   *
   * @param frame from the destination address on, without FCS; 14 bytes to the MTU and 18 more
   * @throws IOException when the kernel doesn't take it within a second
   */
  public void send(byte[] frame) throws IOException {
    synchronized (out) {
      if (closed) {
        throw new IOException("the packet socket on '" + nic + "' is closed");
      }
      out.write(0, frame, 0, frame.length);
      long end = System.nanoTime() + SEND_NANOS;
      while (Libc.send(fd, out, frame.length, 0) < 0) {
        awaitWritable(end, frame.length);
      }
    }
  }

  private void awaitWritable(long end, int size) throws IOException {
    int errno = Errno.last();
    if (errno == Libc.EINTR) {
      return;
    }
    if (errno != Libc.EAGAIN) {
      throw Errno.failed("'%s' doesn't take a frame of %d bytes".formatted(nic, size));
    }
    long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
    if (left <= 0) {
      throw new IOException("'" + nic + "' took no frame for a second: its queue stays full");
    }
    writable.await((int) left);
  }

  private boolean readOne() throws IOException {
    length.setInt(0, LinkLayerAddress.LENGTH);
    long size = Libc.recvfrom(fd, in, LARGEST, 0, from, length);
    if (size < 0) {
      int errno = Errno.last();
      if (errno == Libc.EAGAIN || errno == Libc.EINTR) {
        return false;
      }
      if (errno == Libc.ENETDOWN) {
        return true; // said once when the NIC goes down; it may come up again
      }
      throw Errno.failed("can't read the packet socket on '" + nic + "'");
    }
    long now = EpochClock.nanos();
    // Own frames (PACKET_OUTGOING, 4) come after OTHERHOST in <linux/if_packet.h>.
    if (size > 0 && from.getByte(PACKET_TYPE) < PACKET_OTHERHOST) {
      byte[] frame = in.getByteArray(0, (int) size);
      sink.ifPresent(each -> each.frame(now, frame));
    }
    return true;
  }

  /** How many frames its queue has dropped since it was opened (PACKET_STATISTICS). */
  public long dropped() throws IOException {
    synchronized (out) {
      if (!closed) {
        countsSize.setInt(0, COUNTS);
        if (Libc.getsockopt(fd, Libc.SOL_PACKET, Libc.PACKET_STATISTICS, counts, countsSize) != 0) {
          throw Errno.failed("can't read the drops of the packet socket on '" + nic + "'");
        }
        dropped += counts.getInt(4) & 0xFFFF_FFFFL; // reading sets it back to 0
      }
      return dropped;
    }
  }

  /** Throws when the reading has ended early. */
  public void check() throws IOException {
    if (reader != null) {
      reader.check();
    }
  }

  /** Ends the reading. */
  @Override
  public void close() {
    synchronized (out) {
      if (closed) {
        return;
      }
      closed = true;
    }
    if (reader == null) {
      release();
    } else {
      reader.end();
    }
  }

  private void release() {
    Libc.close(fd);
  }
}
