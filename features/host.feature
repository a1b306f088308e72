@host
Feature: The host and its guests
  Whether a host reaches its own guests over the NIC they share depends on the switch: inside the
  host there is no way between a NIC and the macvtap devices on it (Linux: the rx_handler of the
  lower device sees only what comes in).

  @host-guest-cut-off @nic-alone @certification
  Scenario: Without reflective relay the host and a station do not reach each other in any mode
    Linux: macvlan_queue_xmit() never delivers to the lower device itself.
    Given reflective relay is off
    When the host and a station try to reach each other in each of the modes vepa, bridge, private and passthru
    Then none of their frames arrives

  @host-guest-through-switch @certification
  Scenario: With reflective relay the host and a station in vepa mode reach each other through the switch
    IEEE 802.1Q clause 40: the bridge relays between the host and its stations as between any two.
    Given reflective relay is on
    And station A in vepa mode
    When the host sends a unicast frame to A
    Then it leaves the NIC once
    And it comes back into the NIC once
    And A receives it once
    When A sends a unicast frame to the host
    Then it leaves the NIC once
    And it comes back into the NIC once
    And the host receives it once

  @host-guest-over-macvlan @certification
  Scenario: With a macvlan interface of its own the host reaches a station without the switch, and the wire sees nothing of it
    Linux: two macvlan devices in bridge mode on one lower device are siblings.
    Given reflective relay is off
    And station A in bridge mode
    And the host has a macvlan interface in bridge mode
    When the host sends a unicast frame from its macvlan interface to A
    Then A receives it once
    And it does not leave the NIC
    When A sends a unicast frame to the host's macvlan interface
    Then the host's macvlan interface receives it once
    And it does not leave the NIC

  @host-mac-same-as-guest @guest @certification
  Scenario: The MAC address that the guest sees is the one the host sees and the switch learns
    Linux: macvlan_set_mac_address(); IEEE 802.1Q 8.7: the learning process.
    Given reflective relay is on
    And guests A and B in vepa mode
    Then each guest sees the MAC address of its macvtap
    And the switch learns each guest's MAC address on the uplink's port

  @host-nic-not-promiscuous @certification
  Scenario: With stations attached the NIC is not promiscuous, and its unicast filter lists each station
    Linux: macvlan_open() calls dev_uc_add() on the lower device; a driver without IFF_UNICAST_FLT falls back to promiscuous.
    Given stations A and B in vepa mode
    Then the NIC's unicast filter lists A and B
    And the NIC is not promiscuous
