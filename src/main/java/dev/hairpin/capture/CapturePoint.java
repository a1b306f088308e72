package dev.hairpin.capture;

/**
 * One place where frames are seen, in one direction.
 *
 * @param name as it stands in the evidence, such as {@code host eth3 out} or {@code station A};
 *     unique on its uplink
 * @param kind which place on the probe's way it is
 */
public record CapturePoint(String name, Kind kind) {
  /** The places of a probe's way, in the order in which a reflected frame passes them. */
  public enum Kind {
    /** Frames that leave the uplink's NIC for the cable. */
    NIC_OUT,
    /**
     * Frames that come into the uplink's NIC (and, for Linux, those that macvlan hands back inside
     * the host).
     */
    NIC_IN,
    /**
     * Frames that a station receives: read from the macvtap's file descriptor, or seen going into a
     * guest's macvtap.
     */
    STATION,
    /** Frames that the host's own network stack receives on the NIC. */
    HOST,
    /** Frames that come into the upstream station's NIC. */
    UPSTREAM
  }

  @Override
  public String toString() {
    return name;
  }
}
