package dev.hairpin.capture;

import java.io.IOException;
import java.util.Objects;
import org.pcap4j.core.BpfProgram.BpfCompileMode;
import org.pcap4j.core.NotOpenException;
import org.pcap4j.core.PcapHandle;
import org.pcap4j.core.PcapHandle.BlockingMode;
import org.pcap4j.core.PcapHandle.PcapDirection;
import org.pcap4j.core.PcapHandle.TimestampPrecision;
import org.pcap4j.core.PcapNativeException;
import org.pcap4j.core.PcapNetworkInterface.PromiscuousMode;
import org.pcap4j.core.RawPacketListener;

/**
 * One AF_PACKET socket with its ring, through libpcap. Immediate mode makes it TPACKET_V2: each
 * frame can be read as soon as the kernel has put it into its place, and a place holds one frame.
 */
final class PacketSocket implements AutoCloseable {
  /** The kernel's header and address before each frame; no place in the ring is smaller. */
  private static final int SMALLEST_PLACE = 64;

  private static final int NO_SUCH_DEVICE = -5;
  private static final int PERMISSION_DENIED = -8;
  private static final int NOT_UP = -9;

  private final PcapHandle handle;
  private final int places;
  private final long droppedBefore;
  private final Object gate = new Object();
  private long dropped;

  private PacketSocket(PcapHandle handle, int places) throws PcapNativeException, NotOpenException {
    this.handle = handle;
    this.places = places;
    this.droppedBefore = handle.getStats().getNumPacketsDropped();
  }

  /** Bound and filtering when this returns: what passes the NIC from then on is in the ring. */
  static PacketSocket open(String nic, CaptureOptions options) throws IOException {
    try {
      PcapHandle handle = build(nic, options);
      try {
        if (!options.filter().text().isEmpty()) {
          // As text: libpcap keeps a copy, where a BpfProgram could be collected under its feet.
          handle.setFilter(options.filter().text(), BpfCompileMode.OPTIMIZE);
        }
        return new PacketSocket(handle, options.bufferBytes() / SMALLEST_PLACE + 1);
      } catch (PcapNativeException | NotOpenException refused) {
        handle.close();
        throw new IOException(
            "can't set the capture filter on %s: %s; the filter is '%s'"
                .formatted(nic, refused.getMessage(), options.filter()),
            refused);
      }
    } catch (PcapNativeException failed) {
      throw new IOException("can't capture on %s: %s".formatted(nic, explain(failed, nic)), failed);
    } catch (LinkageError missing) {
      throw new IOException(
          "can't capture on %s: libpcap is missing (%s); install it: apt-get install libpcap0.8"
              .formatted(nic, missing.getMessage()),
          missing);
    }
  }

  private static PcapHandle build(String nic, CaptureOptions options) throws PcapNativeException {
    return new PcapHandle.Builder(nic)
        .direction(
            options.direction() == CaptureDirection.IN ? PcapDirection.IN : PcapDirection.OUT)
        .promiscuousMode(
            options.promiscuous() ? PromiscuousMode.PROMISCUOUS : PromiscuousMode.NONPROMISCUOUS)
        .immediateMode(true)
        .timestampPrecision(TimestampPrecision.NANO)
        .snaplen(options.snapLength())
        .bufferSize(options.bufferBytes())
        // Only for a libpcap before 1.10, which a broken loop wakes no other way; every capture of
        // tens of uplinks wakes up for nothing as often.
        .timeoutMillis(1_000)
        .build();
  }

  private static String explain(PcapNativeException failed, String nic) {
    String said = Objects.requireNonNullElse(failed.getMessage(), "no reason given");
    Integer code = failed.getReturnCode();
    String next =
        switch (code == null ? 0 : code) {
          case NO_SUCH_DEVICE -> "there is no such NIC here; 'ip link' lists those there are";
          case PERMISSION_DENIED -> "capturing needs root, or CAP_NET_RAW";
          case NOT_UP -> "the NIC is down; bring it up: ip link set " + nic + " up";
          default -> "";
        };
    return next.isEmpty() ? said : said.isBlank() ? next : next + " (" + said + ")";
  }

  /** Hands over frames until {@link #wake()}, or until the NIC is gone. */
  void read(RawPacketListener listener) throws PcapNativeException, NotOpenException {
    try {
      handle.loop(-1, listener);
    } catch (InterruptedException woken) {
      // pcap4j's word for a broken loop; the thread was not interrupted.
    }
  }

  /**
   * Hands over what is in the ring, until it was seen empty or more frames have come than it has
   * places: either way, each frame that was in it at the start is handed over. Only between {@code
   * waitForFrames(false)} and {@code waitForFrames(true)}.
   */
  void drain(RawPacketListener listener) throws PcapNativeException, NotOpenException {
    while (true) {
      try {
        handle.dispatch(places, listener);
        return;
      } catch (InterruptedException woken) {
        // Somebody else asks to be woken for; the ring has not been seen empty yet.
      }
    }
  }

  /**
   * Whether an empty ring is waited at. libpcap closes and opens the file descriptor here that a
   * waker writes to: never both at once.
   */
  void waitForFrames(boolean waiting) throws PcapNativeException, NotOpenException {
    synchronized (gate) {
      handle.setBlockingMode(waiting ? BlockingMode.BLOCKING : BlockingMode.NONBLOCKING);
    }
  }

  /**
   * Makes {@link #read} return, now or when it next is called. A wake before {@code
   * waitForFrames(true)} may be lost: who calls that looks for new work afterwards.
   */
  void wake() {
    synchronized (gate) {
      try {
        handle.breakLoop();
      } catch (NotOpenException closed) {
        // Then nobody reads.
      }
    }
  }

  /** The frame's time, nanoseconds since 1970; only on the reading thread, from its listener. */
  long epochNanos() {
    java.sql.Timestamp stamp = handle.getTimestamp();
    return Math.floorDiv(stamp.getTime(), 1_000L) * 1_000_000_000L + stamp.getNanos();
  }

  /** How long the frame was on the wire; only on the reading thread, from its listener. */
  int originalLength() {
    return handle.getOriginalLength();
  }

  /**
   * Frames for which the ring had no room, since opened; ps_drop of pcap_stats(3pcap). ps_ifdrop is
   * left out: on Linux it is what the NIC itself lost before any capture, read from /sys, which
   * shows another namespace's NIC of the same name, and only for promiscuous captures.
   */
  long dropped() {
    synchronized (gate) {
      try {
        dropped = handle.getStats().getNumPacketsDropped() - droppedBefore;
      } catch (PcapNativeException | NotOpenException closed) {
        // What was last known stands.
      }
      return dropped;
    }
  }

  /** By the thread that reads: closing waits for it otherwise. */
  @Override
  public void close() {
    dropped();
    synchronized (gate) {
      handle.close();
    }
  }
}
