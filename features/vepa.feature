@vepa
Feature: VEPA mode
  In VEPA mode a host sends even the traffic between its own stations out to the switch, and the
  switch must send it back down the same port (IEEE 802.1Q clause 40; Linux: macvlan_queue_xmit()
  and macvlan_handle_frame() in drivers/net/macvlan.c).

  @vepa-unicast-reflected @certification
  Scenario: A unicast frame between two stations leaves the NIC once, comes back once and arrives once, unaltered
    IEEE 802.1Q clause 40: traffic between stations behind one port is relayed by the bridge.
    Given reflective relay is on
    And stations A and B in vepa mode
    When A sends a unicast frame to B
    Then it leaves the NIC once
    And it comes back into the NIC once
    And B receives it once
    And A does not receive it

  @vepa-both-directions @certification
  Scenario: Frames in both directions at once are each reflected once
    IEEE 802.1Q clause 40; the two directions share one port and one queue.
    Given reflective relay is on
    And stations A and B in vepa mode
    When A and B send 10 unicast frames to each other in turn
    Then each leaves the NIC once
    And each comes back into the NIC once
    And each reaches the other station once
    And none returns to its sender

  @vepa-broadcast-once @certification
  Scenario: A broadcast reaches the other station once and the upstream once, and not its sender
    Linux: macvlan_handle_frame() drops a VEPA sender's own reflected broadcast by its source address.
    Given reflective relay is on
    And stations A and B in vepa mode
    When A sends a broadcast frame of each of the types 0x88B5, IPv4, IPv6, ARP and LLC/SNAP
    Then each leaves the NIC once
    And each comes back into the NIC once
    And B receives it once
    And A does not receive it
    And the upstream receives it once

  @vepa-multicast-once @certification
  Scenario: Multicast of IPv4 and IPv6 groups reaches the other station once and the upstream once, and not its sender
    RFC 1112 section 6.4 and RFC 2464 section 7 map groups to MAC addresses; Linux: macvlan_hash_lookup() and the multicast filter.
    Given reflective relay is on
    And stations A and B in vepa mode
    And A and B have joined the groups 233.252.0.1 and ff02::db8:1
    When A sends a multicast frame to group 233.252.0.1
    Then it leaves the NIC once
    And it comes back into the NIC once
    And B receives it once
    And A does not receive it
    And the upstream receives it once
    When A sends a multicast frame to group ff02::db8:1
    Then it leaves the NIC once
    And it comes back into the NIC once
    And B receives it once
    And A does not receive it
    And the upstream receives it once

  @vepa-unknown-unicast @certification
  Scenario: A frame to an address that nobody has reaches neither station
    IEEE 802.1Q 8.6.1: it may be flooded, to the upstream and back down the port; no station may take it.
    Given reflective relay is on
    And stations A and B in vepa mode
    When A sends a unicast frame to an address that nobody has
    Then it leaves the NIC once
    And it comes back into the NIC at most once
    And A does not receive it
    And B does not receive it
    And the upstream receives it at most once

  @vepa-upstream-both-ways @certification
  Scenario: A station and the upstream reach each other once each, with reflective relay on and off
    IEEE 802.1Q 8.6: reflective relay changes nothing between different ports. A switch that has not learned the
    upstream's address floods, back down the port too (8.8).
    Given stations A and B in vepa mode
    And reflective relay is on
    When A sends a unicast frame to the upstream
    Then it leaves the NIC once
    And it comes back into the NIC at most once
    And the upstream receives it once
    When the upstream sends a unicast frame to A
    Then A receives it once
    And B does not receive it
    And it does not leave the NIC
    And it is not sent back up
    Given reflective relay is off
    When A sends a unicast frame to the upstream
    Then it leaves the NIC once
    And it does not come back into the NIC
    And the upstream receives it once
    When the upstream sends a unicast frame to A
    Then A receives it once
    And B does not receive it
    And it does not leave the NIC
    And it is not sent back up

  @vepa-off-dropped @certification
  Scenario: Without reflective relay nothing comes back, and the upstream still hears broadcasts
    IEEE 802.1Q 8.6.1: the reception port isn't a transmission port.
    Given reflective relay is off
    And stations A and B in vepa mode
    When A sends a unicast frame to B
    Then it leaves the NIC once
    And it does not come back into the NIC
    And B does not receive it
    When A sends a broadcast frame
    Then it leaves the NIC once
    And it does not come back into the NIC
    And B does not receive it
    And the upstream receives it once
    When A sends a unicast frame of each of the types 0x88B5, IPv4, IPv6, ARP and LLC/SNAP to B
    Then each leaves the NIC once
    And none of them comes back into the NIC
    And B does not receive it
    When A sends a broadcast frame of each of the types 0x88B5, IPv4, IPv6, ARP and LLC/SNAP
    Then each leaves the NIC once
    And none of them comes back into the NIC
    And B does not receive it
    When A sends unicast frames of sizes from the smallest to the MTU to B
    Then each leaves the NIC once
    And none of them comes back into the NIC
    And B does not receive it
    When A sends a unicast frame to an address that nobody has
    Then it leaves the NIC once
    And it does not come back into the NIC
    And B does not receive it
    When A sends a unicast frame tagged for VLAN 100 to B
    Then it leaves the NIC once
    And it does not come back into the NIC
    And B does not receive it
    Given A and B have joined the groups 233.252.0.1 and ff02::db8:1
    When A sends a multicast frame to group 233.252.0.1
    Then it leaves the NIC once
    And it does not come back into the NIC
    And B does not receive it
    And the upstream receives it once
    When A sends a multicast frame to group ff02::db8:1
    Then it leaves the NIC once
    And it does not come back into the NIC
    And B does not receive it
    And the upstream receives it once

  @vepa-frame-sizes @certification
  Scenario: Frames of sizes from the smallest to the MTU come back whole
    IEEE 802.3 3.2.7: 46 octets of payload and more; 802.1Q 6.5.8: what is too long for a port is dropped.
    Given reflective relay is on
    And stations A and B in vepa mode
    When A sends unicast frames of sizes from the smallest to the MTU to B
    Then each leaves the NIC once
    And each comes back into the NIC once and whole
    And B receives it once

  @vepa-vlan-tag-kept @certification
  Scenario: Tagged frames keep their tag, its priority and its drop eligibility
    IEEE 802.1Q clause 9.6: the tag control information; only where the port is a trunk, or transparent to tags.
    Given reflective relay is on
    And stations A and B in vepa mode
    And the port carries frames tagged for VLAN 100
    When A sends B a unicast frame with each of these tags
      | VLAN | PCP | DEI |
      | 100  | 0   | 0   |
      | 100  | 1   | 0   |
      | 100  | 2   | 1   |
      | 100  | 3   | 0   |
      | 100  | 4   | 1   |
      | 100  | 5   | 0   |
      | 100  | 6   | 1   |
      | 100  | 7   | 0   |
      | 0    | 5   | 0   |
      | 0    | 2   | 1   |
    Then each leaves the NIC once
    And each comes back into the NIC once and whole
    And B receives it once
    When A sends a unicast frame as long as the MTU allows, tagged for VLAN 100, to B
    Then it leaves the NIC once
    And each comes back into the NIC once and whole
    And B receives it once
    When A sends a broadcast frame tagged for VLAN 100
    Then it leaves the NIC once
    And each comes back into the NIC once and whole
    And B receives it once
    And A does not receive it

  @vepa-ethertypes @certification
  Scenario: Frames of every type are reflected
    IEEE 802.1Q 8.6.1: relaying looks at addresses and VLANs, never at what a frame carries.
    Given reflective relay is on
    And stations A and B in vepa mode
    When A sends a unicast frame of each of the types 0x88B5, IPv4, IPv6, ARP and LLC/SNAP to B
    Then each leaves the NIC once
    And each comes back into the NIC once
    And B receives it once

  @vepa-order-kept @certification
  Scenario: Ten thousand frames at full speed arrive once each and in order
    IEEE 802.1Q 6.5.3: frames of one priority between two addresses are not reordered.
    Given reflective relay is on
    And stations A and B in vepa mode
    When A sends 10000 numbered frames to B at full speed

  @vepa-upstream-broadcast-once @certification
  Scenario: A broadcast from the upstream reaches each station once and is not sent back up
    Linux: macvlan_broadcast() to every station; IEEE 802.1Q 8.6.1: the upstream's port has no reflective relay.
    Given reflective relay is on
    And stations A and B in vepa mode
    When the upstream sends a broadcast frame
    Then A receives it once
    And B receives it once
    And it does not leave the NIC
    And it is not sent back up

  @vepa-link-local-not-reflected @certification
  Scenario: Frames to the reserved addresses are not sent back
    IEEE 802.1Q 8.6.3, table 8-1: no customer bridge forwards 01-80-C2-00-00-00 to -0F, reflective relay or not.
    Given reflective relay is on
    And stations A and B in vepa mode
    When A sends a frame to each of the addresses 01-80-C2-00-00-00 to 01-80-C2-00-00-0F
    Then each leaves the NIC once
    And none comes back into the NIC

  @vepa-visible-to-switch @certification
  Scenario: The switch counts on the port what was sent and what was reflected
    RFC 2863: ifHCInUcastPkts and ifHCOutUcastPkts; that the switch sees the traffic is what VEPA is for.
    Given reflective relay is on
    And stations A and B in vepa mode
    And the switch's counters of the port have been read
    When A and B send 50 unicast frames to each other in turn
    Then each comes back into the NIC once
    And the port's counters rise by what was sent and by what was reflected
    And no other port's counter rises by as many

  @vepa-fdb-stable @certification
  Scenario: The switch learns both stations on the uplink's port and nowhere else
    IEEE 802.1Q 8.7: the learning process; RFC 4188: dot1dTpFdbPort.
    Given reflective relay is on
    And stations A and B in vepa mode
    When A and B send 5 unicast frames to each other in turn, 4 times, and the switch's forwarding table is read after each
    Then the switch has learned A and B on the uplink's port and nowhere else
    And it has sent none of the frames that came after to the upstream

  @vepa-switch-policy-holds
  Scenario: A filter on the switch stops what goes through it, and bridge mode goes around it
    IEEE 802.1Q clause 40: with reflective relay the bridge's own controls apply between stations; Linux macvlan.c, MACVLAN_MODE_BRIDGE.
    Given reflective relay is on
    And stations A and B in vepa mode
    When A sends a unicast frame to B
    Then it leaves the NIC once
    And it comes back into the NIC once
    And B receives it once
    When the switch is given a filter for what A sends to B
    And A sends a unicast frame to B
    Then it leaves the NIC once
    And the filter keeps it from B
    When B sends a unicast frame to A
    Then it leaves the NIC once
    And A receives it once
    Given stations A and B in bridge mode
    When A sends a unicast frame to B
    Then B receives it once

  @vepa-guests-talk @guest @certification
  Scenario: Two real guests resolve each other and exchange ICMP, UDP and TCP over IPv4 and IPv6
    RFC 826, RFC 4861, RFC 4862 (duplicate address detection before all else).
    Given reflective relay is on
    And guests A and B in vepa mode
    Then duplicate address detection has ended well in both guests
    When the guests talk to each other
    Then ARP resolves each guest for the other
    And neighbour discovery resolves each guest for the other
    And each frame between the guests leaves the NIC, comes back and arrives once, unaltered
    And ICMP echo is answered over IPv4 and IPv6
    And UDP datagrams arrive over IPv4 and IPv6
    And TCP streams arrive over IPv4 and IPv6

  @vepa-guest-dhcp @guest @certification
  Scenario: A real guest gets its address by DHCP from the upstream
    RFC 2131: broadcasts to the upstream, which a reflecting switch also sends back down, and answers in unicast. Linux: macvlan_handle_frame drops what returns to its sender.
    Given reflective relay is on
    And guests A and B in vepa mode
    Then guest A gets an address by DHCP from the upstream
