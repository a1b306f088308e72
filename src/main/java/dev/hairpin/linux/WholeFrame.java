package dev.hairpin.linux;

/**
 * A frame as it crosses a NIC, with what the kernel has put off until the hardware.
 *
 * @param offload a {@code virtio_net_hdr} (ten bytes): a checksum still to be filled in, a segment
 *     still to be cut; all zero for a frame that is complete
 * @param bytes from the destination address on, without FCS, VLAN tags in their place; nobody may
 *     change the array
 */
public record WholeFrame(byte[] offload, byte[] bytes) {
  /** Octets of {@code virtio_net_hdr}. */
  static final int OFFLOAD = 10;

  /** A complete frame. */
  public static WholeFrame of(byte[] bytes) {
    return new WholeFrame(new byte[OFFLOAD], bytes);
  }

  /** The same with other bytes of the same layout; what was put off still is. */
  public WholeFrame with(byte[] others) {
    return new WholeFrame(offload, others);
  }
}
