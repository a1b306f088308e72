package dev.hairpin.wire;

import java.util.Optional;

/**
 * What a probe looks like on the wire beside its addresses.
 *
 * @param kind what its payload begins with
 * @param tag a VLAN tag
 * @param payloadLength octets behind the EtherType (or length), {@link ProbeKind#smallestPayload()}
 *     up
 */
public record ProbeShape(ProbeKind kind, Optional<VlanTag> tag, int payloadLength) {
  /** Untagged, of the smallest size, local experimental EtherType. */
  public static final ProbeShape PLAIN = of(ProbeKind.EXPERIMENTAL);

  /** Checks the range. */
  public ProbeShape {
    if (payloadLength < kind.smallestPayload() || payloadLength > Probe.LARGEST_PAYLOAD) {
      throw new IllegalArgumentException(
          "payload of %d octets is not in %d to %d"
              .formatted(payloadLength, kind.smallestPayload(), Probe.LARGEST_PAYLOAD));
    }
  }

  /** Untagged, of the smallest size. */
  public static ProbeShape of(ProbeKind kind) {
    return new ProbeShape(kind, Optional.empty(), kind.smallestPayload());
  }

  /** The same with a VLAN tag. */
  public ProbeShape tagged(VlanTag other) {
    return new ProbeShape(kind, Optional.of(other), payloadLength);
  }

  /** The same with so many octets of payload. */
  public ProbeShape sized(int octets) {
    return new ProbeShape(kind, tag, octets);
  }

  /** The same of the smallest size. */
  public ProbeShape smallest() {
    return sized(kind.smallestPayload());
  }
}
