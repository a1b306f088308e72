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
    When A sends a broadcast frame
    Then it leaves the NIC once
    And it comes back into the NIC once
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
    IEEE 802.1Q 8.6: reflective relay changes nothing between different ports.
    Given stations A and B in vepa mode
    And reflective relay is on
    When A sends a unicast frame to the upstream
    Then it leaves the NIC once
    And it does not come back into the NIC
    And the upstream receives it once
    When the upstream sends a unicast frame to A
    Then A receives it once
    And B does not receive it
    And it does not leave the NIC
    Given reflective relay is off
    When A sends a unicast frame to the upstream
    Then it leaves the NIC once
    And it does not come back into the NIC
    And the upstream receives it once
    When the upstream sends a unicast frame to A
    Then A receives it once
    And B does not receive it
    And it does not leave the NIC

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

  @vepa-guests-talk @guest @certification
  Scenario: Two real guests resolve each other and exchange ICMP, UDP and TCP over IPv4 and IPv6
    RFC 826, RFC 4861, RFC 4862 (duplicate address detection before all else).
    Given reflective relay is on
    And guests A and B in vepa mode
    Then duplicate address detection has ended well in both guests
    When the guests talk to each other
    Then each frame between the guests leaves the NIC, comes back and arrives once, unaltered
    And ARP resolves each guest for the other
    And neighbour discovery resolves each guest for the other
    And ICMP echo is answered over IPv4 and IPv6
    And UDP datagrams arrive over IPv4 and IPv6
    And TCP streams arrive over IPv4 and IPv6
