package dev.hairpin.switches;

import java.util.OptionalLong;

/**
 * One direction's counters of a port, as the switch counts (IF-MIB; 64 bits where it has them).
 * Agents may answer from a cache that is seconds old.
 *
 * @param unicast empty where the agent doesn't count them
 * @param multicast empty where the agent doesn't count them apart
 * @param broadcast empty where the agent doesn't count them apart
 */
public record PortCounters(
    long octets, OptionalLong unicast, OptionalLong multicast, OptionalLong broadcast) {
  /** All frames that are counted. */
  public long frames() {
    return unicast.orElse(0) + multicast.orElse(0) + broadcast.orElse(0);
  }
}
