@bridge
Feature: Bridge mode
  Stations in bridge mode reach each other inside the host, whatever the switch does
  (Linux: macvlan_queue_xmit(), MACVLAN_MODE_BRIDGE).

  @bridge-stays-inside @certification
  Scenario: Unicast between two stations arrives once and is never seen on the wire
    Linux: macvlan_queue_xmit() hands it to the sibling; seen on the NIC as incoming, never as outgoing.
    Given stations A and B in bridge mode
    And reflective relay is off
    When A sends a unicast frame to B
    Then B receives it once
    And it does not leave the NIC
    And the upstream does not receive it
    Given reflective relay is on
    When A sends a unicast frame to B
    Then B receives it once
    And it does not leave the NIC
    And the upstream does not receive it

  @bridge-broadcast-once @certification
  Scenario: A broadcast reaches the other station once and the upstream once, and not its sender
    Linux: macvlan_broadcast() inside, macvlan_handle_frame() drops what a relay sends back.
    Given stations A and B in bridge mode
    And reflective relay is off
    When A sends a broadcast frame
    Then it leaves the NIC once
    And B receives it once
    And A does not receive it
    And the upstream receives it once
    Given reflective relay is on
    When A sends a broadcast frame
    Then it leaves the NIC once
    And B receives it once
    And A does not receive it
    And the upstream receives it once

  @bridge-upstream-both-ways @certification
  Scenario: A station and the upstream reach each other
    Linux: macvlan_queue_xmit() passes on what no sibling has.
    Given stations A and B in bridge mode
    And reflective relay is off
    When A sends a unicast frame to the upstream
    Then it leaves the NIC once
    And the upstream receives it once
    And B does not receive it
    When the upstream sends a unicast frame to A
    Then A receives it once
    And B does not receive it
