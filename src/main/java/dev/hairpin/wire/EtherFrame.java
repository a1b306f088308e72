package dev.hairpin.wire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A read-only view of an Ethernet frame's bytes (IEEE 802.3 clause 3), from the destination address
 * on, without FCS. It keeps the array it was given: don't change that while the view is used.
 */
public final class EtherFrame {
  /** Octets of a frame's header without tags: two addresses and the EtherType. */
  public static final int HEADER = 14;

  /** Octets of the smallest frame without FCS. */
  public static final int SMALLEST = 60;

  private static final int AFTER_ADDRESSES = 12;

  private final byte[] bytes;
  private final List<VlanTag> tags;

  private EtherFrame(byte[] bytes, List<VlanTag> tags) {
    this.bytes = bytes;
    this.tags = tags;
  }

  /** A view, or nothing when the bytes are too few for the header and the tags it announces. */
  public static Optional<EtherFrame> of(byte[] bytes) {
    List<VlanTag> tags = new ArrayList<>();
    int offset = AFTER_ADDRESSES;
    Optional<VlanTag> tag = VlanTag.at(bytes, offset);
    while (tag.isPresent()) {
      tags.add(tag.get());
      offset += VlanTag.LENGTH;
      tag = VlanTag.at(bytes, offset);
    }
    return bytes.length < offset + 2
        ? Optional.empty()
        : Optional.of(new EtherFrame(bytes, List.copyOf(tags)));
  }

  /** Who it is for. */
  public MacAddress destination() {
    return MacAddress.of(bytes, 0);
  }

  /** Who it is from. */
  public MacAddress source() {
    return MacAddress.of(bytes, 6);
  }

  /** The outermost VLAN tag. */
  public Optional<VlanTag> tag() {
    return tags.stream().findFirst();
  }

  /** All VLAN tags, the outermost first. */
  public List<VlanTag> tags() {
    return tags;
  }

  /** What follows the tags: an EtherType, or below 0x0600 a length (then LLC follows). */
  public int etherType() {
    return Octets.u16(bytes, payloadOffset() - 2);
  }

  /** Where the payload starts: 14, and 4 more for each tag. */
  public int payloadOffset() {
    return HEADER + tags.size() * VlanTag.LENGTH;
  }

  /** A copy of the payload, padding included. */
  public byte[] payload() {
    return Arrays.copyOfRange(bytes, payloadOffset(), bytes.length);
  }

  /** Octets of the whole frame, without FCS. */
  public int length() {
    return bytes.length;
  }
}
