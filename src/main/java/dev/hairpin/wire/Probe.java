package dev.hairpin.wire;

/**
 * A frame of this program, before it is sent. Two probes with equal fields have the same bytes.
 *
 * @param run the run that sends it
 * @param number unique in its run, from 1 up; a fence and its answer have numbers of their own
 * @param role what it is sent for
 * @param source who sends it; no group address
 * @param destination who it is for
 * @param shape what it looks like beside
 */
public record Probe(
    RunTag run,
    int number,
    ProbeRole role,
    MacAddress source,
    MacAddress destination,
    ProbeShape shape) {

  /** IEEE 802 local experimental EtherType 1: what probes carry unless a check says otherwise. */
  public static final int ETHER_TYPE = 0x88B5;

  /** The smallest payload of an Ethernet frame, octets; the mark fits it. */
  public static final int SMALLEST_PAYLOAD = EtherFrame.SMALLEST - EtherFrame.HEADER;

  /** The largest payload, octets: the length of a tagged frame with it fits 16 bits. */
  public static final int LARGEST_PAYLOAD = 0xFFFF - EtherFrame.HEADER - VlanTag.LENGTH;

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException when one of them isn't kept
   */
  public Probe {
    if (number < 1) {
      throw new IllegalArgumentException("probe number " + number + " is not positive");
    }
    if (source.isGroup()) {
      throw new IllegalArgumentException("source address " + source + " is a group address");
    }
  }

  /** An untagged frame of the smallest size. */
  public static Probe of(
      RunTag run, int number, ProbeRole role, MacAddress source, MacAddress destination) {
    return new Probe(run, number, role, source, destination, ProbeShape.PLAIN);
  }

  /** The same in another shape. */
  public Probe withShape(ProbeShape other) {
    return new Probe(run, number, role, source, destination, other);
  }

  /** The bytes to send, from the destination address on, without FCS: 60 at the least. */
  public byte[] frame() {
    return ProbeCodec.frame(this);
  }
}
