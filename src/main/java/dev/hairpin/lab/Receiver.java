package dev.hairpin.lab;

import dev.hairpin.capture.CapturePoint;
import dev.hairpin.wire.MacAddress;
import java.util.Set;

/**
 * Somebody on the uplink who hears frames: a bare station, a guest, the host itself.
 *
 * @param mac its address
 * @param point where its receiving is seen
 * @param groups the multicast groups that it has joined; broadcast is heard by all
 */
record Receiver(MacAddress mac, CapturePoint point, Set<MacAddress> groups) {
  /** Whether a frame to this address is for it. */
  boolean hears(MacAddress destination) {
    return destination.equals(mac) || destination.isBroadcast() || groups.contains(destination);
  }
}
