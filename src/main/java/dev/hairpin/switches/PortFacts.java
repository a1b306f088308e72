package dev.hairpin.switches;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What a switch says of one of its ports (IF-MIB).
 *
 * @param ifIndex its number
 * @param name ifName, or ifDescr where there is none
 * @param alias what somebody wrote there; empty where nothing is
 * @param speed in bits a second; empty where it isn't known
 * @param mtu in octets; what it counts differs between systems
 * @param adminState ifAdminStatus in its own words: up, down, testing; unknown where the agent
 *     doesn't say
 * @param operState ifOperStatus in its own words: up, down, testing, unknown, dormant, notPresent,
 *     lowerLayerDown
 */
public record PortFacts(
    int ifIndex,
    String name,
    Optional<String> alias,
    OptionalLong speed,
    OptionalInt mtu,
    String adminState,
    String operState,
    PortCounters in,
    PortCounters out) {}
