@private
Feature: Private isolation
  A station in private mode must never communicate with another on the same NIC, frames that a
  reflective relay sends back included (Linux: the commit 'macvlan: implement bridge, VEPA and
  private mode', 2009). A station that hears nothing proves isolation only when the frame was
  sent, and when the way it would have come is known to be open: the upstream is that proof.

  @private-broadcast-isolated @certification
  Scenario: No broadcast or multicast of one station reaches another, nor comes back to its sender
    Linux: macvlan_handle_frame(), MACVLAN_MODE_PRIVATE.
    Given stations A and B in private mode
    And A and B have joined the groups 233.252.0.1 and ff02::db8:1
    And reflective relay is off
    When A sends a broadcast frame
    Then it leaves the NIC once
    And it does not come back into the NIC
    And B does not receive it
    And the upstream receives it once
    When A sends a multicast frame to group 233.252.0.1
    Then it leaves the NIC once
    And it does not come back into the NIC
    And B does not receive it
    When A sends a multicast frame to group ff02::db8:1
    Then it leaves the NIC once
    And it does not come back into the NIC
    And B does not receive it
    And A received none of the frames that it sent
    Given reflective relay is on
    When A sends a broadcast frame
    Then it leaves the NIC once
    And B does not receive it
    And the upstream receives it once
    When A sends a multicast frame to group 233.252.0.1
    Then it leaves the NIC once
    And B does not receive it
    When A sends a multicast frame to group ff02::db8:1
    Then it leaves the NIC once
    And B does not receive it
    And A received none of the frames that it sent

  @private-unicast-isolated @certification
  Scenario: No unicast of one station reaches another, though the sender knows its address
    Linux: macvlan_handle_frame() filters a private sender on broadcast and multicast only.
    Given stations A and B in private mode
    And reflective relay is off
    When A sends a unicast frame to B
    Then it leaves the NIC once
    And it does not come back into the NIC
    And B does not receive it
    Given reflective relay is on
    When A sends a unicast frame to B
    Then it leaves the NIC once
    And B does not receive it

  @private-guests-isolated @guest @certification
  Scenario: Two real guests cannot reach each other, with dynamic and with static neighbour entries
    Static entries take ARP and neighbour discovery out of the way, which alone make most ping tests 'pass'.
    Given guests A and B in private mode
    And reflective relay is off
    When guest A tries to reach guest B with dynamic neighbour entries
    Then guest B receives nothing from guest A
    When guest A tries to reach guest B with static neighbour entries
    Then guest B receives nothing from guest A
    Given reflective relay is on
    When guest A tries to reach guest B with dynamic neighbour entries
    Then guest B receives nothing from guest A
    When guest A tries to reach guest B with static neighbour entries
    Then guest B receives nothing from guest A

  @private-upstream-both-ways @certification
  Scenario: A station and the upstream reach each other
    Linux: private mode concerns siblings alone.
    Given stations A and B in private mode
    And reflective relay is off
    When A sends a unicast frame to the upstream
    Then it leaves the NIC once
    And the upstream receives it once
    And B does not receive it
    When the upstream sends a unicast frame to A
    Then A receives it once
    And B does not receive it
