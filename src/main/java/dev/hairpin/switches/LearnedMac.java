package dev.hairpin.switches;

import dev.hairpin.wire.MacAddress;

/**
 * Where a switch's forwarding database has a MAC address (BRIDGE-MIB dot1dTpFdbTable).
 *
 * @param port the port's name, as the switch calls it
 * @param bridgePort its bridge port number
 * @param ifIndex its ifIndex
 * @param status dot1dTpFdbStatus in its own words: learned, self (the switch's own address), mgmt
 *     (set by hand), other, invalid
 */
public record LearnedMac(MacAddress mac, String port, int bridgePort, int ifIndex, String status) {}
