package dev.hairpin.lab;

import dev.hairpin.capture.CapturePoint;
import dev.hairpin.wire.MacAddress;
import dev.hairpin.wire.ProbeShape;
import java.util.Set;

/**
 * Somebody on the uplink who hears frames: a bare station, a guest, the host itself.
 *
 * @param mac its address
 * @param point where its receiving is seen
 * @param groups the multicast groups that it has joined; broadcast is heard by all
 * @param plainOnly whether its point sees frames of the plain shape alone, as the host's stack does
 */
record Receiver(MacAddress mac, CapturePoint point, Set<MacAddress> groups, boolean plainOnly) {
  Receiver(MacAddress mac, CapturePoint point, Set<MacAddress> groups) {
    this(mac, point, groups, false);
  }

  /** Whether its point sees a frame of this shape that is for it. */
  boolean sees(ProbeShape shape) {
    return !plainOnly || shape.equals(ProbeShape.PLAIN);
  }

  /** Whether a frame to this address is for it. */
  boolean hears(MacAddress destination) {
    return destination.equals(mac) || destination.isBroadcast() || groups.contains(destination);
  }
}
