package dev.hairpin.switches;

import java.util.List;
import java.util.OptionalInt;

/**
 * What a switch says of a port as a port of its bridge (BRIDGE-MIB, Q-BRIDGE-MIB).
 *
 * @param number its bridge port number; empty when it is no port of the bridge, or the switch
 *     doesn't say
 * @param pvid the VLAN of untagged frames that come in
 * @param untagged the VLANs that leave untagged
 * @param tagged the VLANs that leave tagged
 * @param stpState dot1dStpPortState in its own words: disabled, blocking, listening, learning,
 *     forwarding, broken; blank where the switch doesn't say
 */
public record BridgePortFacts(
    OptionalInt number,
    OptionalInt pvid,
    List<Integer> untagged,
    List<Integer> tagged,
    String stpState) {
  /** Of a switch that says nothing of it. */
  static final BridgePortFacts UNKNOWN =
      new BridgePortFacts(OptionalInt.empty(), OptionalInt.empty(), List.of(), List.of(), "");
}
