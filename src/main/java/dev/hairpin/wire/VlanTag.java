package dev.hairpin.wire;

import java.util.Optional;

/**
 * A VLAN tag (IEEE 802.1Q clause 9): TPID and tag control information, four octets.
 *
 * @param tpid the tag protocol identifier, one of {@link #isTpid}
 * @param priority PCP, 0 to 7
 * @param dropEligible DEI
 * @param vlanId VID, 0 to 4095; 0 is a priority tag
 */
public record VlanTag(int tpid, int priority, boolean dropEligible, int vlanId) {
  /** A customer tag's TPID (C-TAG). */
  public static final int CUSTOMER = 0x8100;

  /** A service tag's TPID (S-TAG, 802.1ad). */
  public static final int SERVICE = 0x88A8;

  /** What older switches put on an outer tag, before 802.1ad. */
  private static final int OLD_SERVICE = 0x9100;

  /** Octets of a tag. */
  static final int LENGTH = 4;

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException when one of them isn't kept
   */
  public VlanTag {
    if (!isTpid(tpid)) {
      throw new IllegalArgumentException(
          String.format("0x%04x is not a TPID: 0x8100, 0x88a8 or 0x9100", tpid));
    }
    if (priority < 0 || priority > 7) {
      throw new IllegalArgumentException("PCP " + priority + " is not in 0 to 7");
    }
    if (vlanId < 0 || vlanId > 4095) {
      throw new IllegalArgumentException("VLAN id " + vlanId + " is not in 0 to 4095");
    }
  }

  /** A customer tag, not drop eligible. */
  public static VlanTag of(int vlanId, int priority) {
    return new VlanTag(CUSTOMER, priority, false, vlanId);
  }

  /** Whether a value in the place of an EtherType says that a VLAN tag follows. */
  public static boolean isTpid(int value) {
    return value == CUSTOMER || value == SERVICE || value == OLD_SERVICE;
  }

  /** The tag at an offset of a frame, if there is one. */
  static Optional<VlanTag> at(byte[] frame, int offset) {
    if (frame.length < offset + LENGTH || !isTpid(Octets.u16(frame, offset))) {
      return Optional.empty();
    }
    int control = Octets.u16(frame, offset + 2);
    return Optional.of(
        new VlanTag(
            Octets.u16(frame, offset), control >> 13, (control >> 12 & 1) == 1, control & 0xFFF));
  }

  /** Writes the four octets. */
  void write(byte[] frame, int offset) {
    Octets.putU16(frame, offset, tpid);
    Octets.putU16(frame, offset + 2, priority << 13 | (dropEligible ? 1 << 12 : 0) | vlanId);
  }

  /** Such as {@code VLAN 120, PCP 5, DEI 0, TPID 0x8100}. */
  @Override
  public String toString() {
    return String.format(
        "VLAN %d, PCP %d, DEI %d, TPID 0x%04x", vlanId, priority, dropEligible ? 1 : 0, tpid);
  }
}
