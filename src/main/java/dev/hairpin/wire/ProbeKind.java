package dev.hairpin.wire;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a probe's payload begins with, before its mark. Switches treat these apart: they filter by
 * EtherType, look into ARP, snoop in IP.
 */
public enum ProbeKind {
  /** Nothing but the mark; IEEE 802 local experimental EtherType 1. */
  EXPERIMENTAL("0x88B5", 0x88B5, 0),
  /**
   * An IPv4 header (RFC 791) between two addresses for documentation (RFC 5737); its protocol is
   * 253, for experimentation (RFC 3692).
   */
  IPV4("IPv4", EtherTypes.IPV4, 20),
  /** An IPv6 header (RFC 8200) between two addresses for documentation (RFC 3849); likewise. */
  IPV6("IPv6", EtherTypes.IPV6, 40),
  /** An ARP reply (RFC 826) from source to destination; the mark is its trailer. */
  ARP("ARP", EtherTypes.ARP, 28),
  /** A length in place of an EtherType, then LLC and SNAP (IEEE 802 clause 9) with 0x88B5. */
  LLC_SNAP("LLC/SNAP", 0, 8);

  private static final int DOCUMENTATION_NET = 0xC000_0200; // 192.0.2.0
  private static final int EXPERIMENTATION = 253;
  private static final int HOPS = 64;

  /**
   * DSCP AF11 (RFC 2597) and ECT(0) (RFC 3168), octet of its own in both headers: a switch that
   * clears what it doesn't trust is seen only where there was something.
   */
  private static final int TRAFFIC_CLASS = 10 << 2 | 0b10;

  private static final int FLOW_LABEL = 0xDB8;

  private final String words;
  private final int etherType;
  private final int header;

  ProbeKind(String words, int etherType, int header) {
    this.words = words;
    this.etherType = etherType;
    this.header = header;
  }

  /** As the field calls it. */
  public String words() {
    return words;
  }

  /** The smallest payload that holds header and mark, octets. */
  public int smallestPayload() {
    return Math.max(Probe.SMALLEST_PAYLOAD, header + ProbeCodec.SMALLEST_BODY);
  }

  /**
   * What tells a probe of this kind from other frames of its type, whoever sends it.
   *
   * @param etherType left out where a length stands in its place
   * @param offset in the payload, octets
   * @param octets how many there, 1, 2 or 4
   * @param value theirs, unsigned, network byte order
   */
  public record Sign(OptionalInt etherType, int offset, int octets, long value) {}

  /** Its sign; nothing where the EtherType says it all. */
  public Optional<Sign> sign() {
    return switch (this) {
      case EXPERIMENTAL -> Optional.empty();
      case IPV4 -> Optional.of(new Sign(OptionalInt.of(etherType), 9, 1, EXPERIMENTATION));
      case IPV6 -> Optional.of(new Sign(OptionalInt.of(etherType), 6, 1, EXPERIMENTATION));
      case ARP ->
          Optional.of(
              new Sign(
                  OptionalInt.of(etherType), 14, 4, Integer.toUnsignedLong(DOCUMENTATION_NET | 1)));
      case LLC_SNAP -> Optional.of(new Sign(OptionalInt.empty(), 4, 4, Probe.ETHER_TYPE));
    };
  }

  /** Octets before the mark. */
  int headerLength() {
    return header;
  }

  /** What stands where the EtherType does. */
  int typeOrLength(int payloadLength) {
    return this == LLC_SNAP ? payloadLength : etherType;
  }

  /** Writes the header. */
  void write(Probe probe, byte[] frame, int offset) {
    switch (this) {
      case EXPERIMENTAL -> {}
      case IPV4 -> ipv4(probe, frame, offset);
      case IPV6 -> ipv6(probe, frame, offset);
      case ARP -> arp(probe, frame, offset);
      case LLC_SNAP -> llcSnap(frame, offset);
    }
  }

  private static void ipv4(Probe probe, byte[] frame, int offset) {
    Octets.putU16(frame, offset, 0x4500 | TRAFFIC_CLASS);
    Octets.putU16(frame, offset + 2, probe.shape().payloadLength());
    Octets.putU16(frame, offset + 4, probe.number() & 0xFFFF);
    Octets.putU16(frame, offset + 6, 0x4000); // don't fragment
    Octets.putU16(frame, offset + 8, HOPS << 8 | EXPERIMENTATION);
    Octets.putU16(frame, offset + 10, 0);
    Octets.putI32(frame, offset + 12, DOCUMENTATION_NET | 1);
    Octets.putI32(frame, offset + 16, DOCUMENTATION_NET | 2);
    byte[] header = Arrays.copyOfRange(frame, offset, offset + IPV4.header);
    Octets.putU16(frame, offset + 10, InternetChecksum.of(header) & 0xFFFF);
  }

  private static void ipv6(Probe probe, byte[] frame, int offset) {
    Octets.putI32(frame, offset, 0x6000_0000 | TRAFFIC_CLASS << 20 | FLOW_LABEL);
    Octets.putU16(frame, offset + 4, probe.shape().payloadLength() - IPV6.header);
    Octets.putU16(frame, offset + 6, EXPERIMENTATION << 8 | HOPS);
    for (int end = 0; end < 2; end++) {
      int address = offset + 8 + end * 16;
      Octets.putI32(frame, address, 0x2001_0DB8);
      Octets.putI32(frame, address + 4, 0);
      Octets.putI32(frame, address + 8, 0);
      Octets.putI32(frame, address + 12, end + 1);
    }
  }

  private static void arp(Probe probe, byte[] frame, int offset) {
    Octets.putI32(frame, offset, 0x0001_0800); // Ethernet, IPv4
    Octets.putI32(frame, offset + 4, 0x0604_0002); // address lengths, reply
    System.arraycopy(probe.source().bytes(), 0, frame, offset + 8, 6);
    Octets.putI32(frame, offset + 14, DOCUMENTATION_NET | 1);
    System.arraycopy(probe.destination().bytes(), 0, frame, offset + 18, 6);
    Octets.putI32(frame, offset + 24, DOCUMENTATION_NET | 2);
  }

  private static void llcSnap(byte[] frame, int offset) {
    Octets.putI32(frame, offset, 0xAAAA_0300);
    Octets.putU16(frame, offset + 4, 0);
    Octets.putU16(frame, offset + 6, Probe.ETHER_TYPE);
  }
}
