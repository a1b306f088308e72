package dev.hairpin.capture;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import dev.hairpin.linux.Readiness;
import dev.hairpin.wire.FrameSink;
import java.io.IOException;

/**
 * One AF_PACKET socket with its ring, through libpcap. Immediate mode makes it TPACKET_V2: each
 * frame can be read as soon as the kernel has put it into its place, and a place holds one frame.
 */
final class PacketSocket implements AutoCloseable {
  /** The kernel's header and address before each frame; no place in the ring is smaller. */
  private static final int SMALLEST_PLACE = 64;

  private final Pointer pcap;
  private final Readiness readiness;
  private final int places;
  private final long droppedBefore;
  private final Memory headerAt = new Memory(Native.POINTER_SIZE);
  private final Memory dataAt = new Memory(Native.POINTER_SIZE);
  private final Memory statistics = new Memory(LibPcap.STATISTICS);
  private final Object gate = new Object();
  private int originalLength;
  private long dropped;
  private boolean closed;

  private PacketSocket(Pointer pcap, Readiness readiness, int places) {
    this.pcap = pcap;
    this.readiness = readiness;
    this.places = places;
    this.droppedBefore = countedDrops();
  }

  /** Bound and filtering when this returns: what passes the NIC from then on is in the ring. */
  static PacketSocket open(String nic, CaptureOptions options) throws IOException {
    try {
      Pointer pcap = PcapOpening.open(nic, options);
      try {
        return new PacketSocket(
            pcap,
            new Readiness(LibPcap.pcap_get_selectable_fd(pcap)),
            options.bufferBytes() / SMALLEST_PLACE + 1);
      } catch (IOException failed) {
        LibPcap.pcap_close(pcap);
        throw failed;
      }
    } catch (LinkageError missing) {
      throw new IOException(
          "can't capture on %s: libpcap is missing (%s); install it: apt-get install libpcap0.8"
              .formatted(nic, missing.getMessage()),
          missing);
    }
  }

  /** Waits for a frame, a {@link #wake()}, or the NIC's end; the next {@link #read} tells that. */
  void await() throws IOException {
    readiness.await();
  }

  /** Makes {@link #await} return, now or when it next is called. */
  void wake() {
    readiness.wake();
  }

  /**
   * Hands over what is in the ring, until it was seen empty or more frames have come than it has
   * places: either way, each frame that was in it at the start is handed over, but for those behind
   * a place that the kernel is writing to.
   *
   * @throws IOException when the NIC is gone
   */
  void read(FrameSink sink) throws IOException {
    for (int frames = 0; frames < places; frames++) {
      int got = LibPcap.pcap_next_ex(pcap, headerAt, dataAt);
      if (got < 0) {
        throw new IOException(LibPcap.pcap_geterr(pcap));
      }
      if (got == 0) {
        return;
      }
      Pointer header = headerAt.getPointer(0);
      originalLength = header.getInt(LibPcap.LENGTH_AT);
      sink.frame(
          header.getLong(0) * 1_000_000_000L + header.getLong(LibPcap.NANOS_AT),
          dataAt.getPointer(0).getByteArray(0, header.getInt(LibPcap.CAPTURED_AT)));
    }
  }

  /** How long the frame was on the wire; only on the reading thread, from its sink. */
  int originalLength() {
    return originalLength;
  }

  /**
   * Frames for which the ring had no room, since opened; ps_drop of pcap_stats(3pcap). ps_ifdrop is
   * left out: on Linux it is what the NIC itself lost before any capture, read from /sys, which
   * shows another namespace's NIC of the same name, and only for promiscuous captures.
   */
  long dropped() {
    synchronized (gate) {
      if (!closed) {
        dropped = countedDrops() - droppedBefore;
      }
      return dropped;
    }
  }

  /** What was last known stands where they can't be read. */
  private long countedDrops() {
    return LibPcap.pcap_stats(pcap, statistics) == 0
        ? statistics.getInt(LibPcap.DROPPED_AT) & 0xFFFF_FFFFL
        : dropped + droppedBefore;
  }

  /** By the thread that reads. */
  @Override
  public void close() {
    dropped();
    synchronized (gate) {
      if (!closed) {
        closed = true;
        readiness.close();
        LibPcap.pcap_close(pcap);
      }
    }
  }
}
