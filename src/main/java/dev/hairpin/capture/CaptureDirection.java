package dev.hairpin.capture;

/** Which way a frame goes, as the NIC's host sees it. */
public enum CaptureDirection {
  /**
   * Into the host: everything that the kernel takes from the NIC, and what a driver hands back to
   * it (macvlan's bridge mode does), whomever it is addressed to.
   */
  IN,
  /** Out of the host: {@code PACKET_OUTGOING}, before the driver sends it. */
  OUT
}
