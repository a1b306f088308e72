Feature: Scenarios that prove nothing
  Each is written so that no frame and no answer can bear its claim out; none may pass, and none may
  be held against the switch.

  Scenario: only givens
    Given reflective relay is on
    And stations A and B in vepa mode

  Scenario: a frame and no claim
    Given reflective relay is on
    And stations A and B in vepa mode
    When A sends a unicast frame to B

  Scenario: a claim and no frame
    Given reflective relay is off
    And stations A and B in vepa mode
    Then it does not come back into the NIC

  Scenario: nobody tried
    Given reflective relay is off
    Then none of their frames arrives

  Scenario: no filter
    Given reflective relay is off
    And stations A and B in vepa mode
    When A sends a unicast frame to B
    Then the filter keeps it from B

  Scenario: not what the filter is for
    Given reflective relay is on
    And stations A and B in vepa mode
    When the switch is given a filter for what A sends to B
    And B sends a unicast frame to A
    Then the filter keeps it from B

  Scenario: a table without rows
    Given reflective relay is on
    Then of A's frames to B, by their modes:
      | A | B | unicast | broadcast |

  Scenario: not one time
    When reflective relay is set on and off 0 times, with a frame from A to B after each
    Then no other port's relay was touched

  Scenario: fewer frames than none
    Given reflective relay is on
    And stations A and B in vepa mode
    When A sends -10 numbered frames to B at full speed

  Scenario: nothing was set
    Then the switch reports it on

  Scenario: no link went down
    Given reflective relay is on
    Then the switch still reports it on

  Scenario: the wire of another way
    Given reflective relay is off
    And stations A and B in vepa mode
    When A sends a unicast frame to the upstream
    Then the wire shows it off

  Scenario: back up from below
    Given reflective relay is on
    And stations A and B in vepa mode
    When A sends a unicast frame to B
    Then it is not sent back up

  Scenario: frames that never come back
    Given reflective relay is on
    And stations A and B in vepa mode
    When A sends 100 numbered frames to the upstream at full speed

  Scenario: frames at a rate that never come back
    Given reflective relay is on
    And stations A and B in vepa mode
    When A sends 100 numbered frames to the upstream at 1000 frames a second, and each is timed

  Scenario: frames of each size that never come back
    Given reflective relay is on
    And stations A and B in vepa mode
    When A sends 100 numbered frames of each RFC 2544 size to the upstream at the highest rate that loses none

  Scenario: frames at a rate from the upstream
    Given reflective relay is on
    And stations A and B in vepa mode
    When the upstream sends 100 numbered frames to A at 1000 frames a second, and each is timed

  Scenario: frames that stay inside
    Given reflective relay is on
    And stations A and B in bridge mode
    When A sends 100 numbered frames to B at full speed

  Scenario: frames at a rate that stay inside
    Given reflective relay is on
    And stations A and B in bridge mode
    When A sends 100 numbered frames to B at 1000 frames a second, and each is timed

  Scenario: a rate that nobody offers
    Given reflective relay is on
    And stations A and B in vepa mode
    When A sends 3000 numbered frames to B at 2000000000 frames a second, and each is timed

  Scenario: a rate of one frame
    Given reflective relay is on
    And stations A and B in vepa mode
    When A sends 1 numbered frames to B at 1000 frames a second, and each is timed

  Scenario: more frames than there are numbers
    Given reflective relay is on
    And stations A and B in vepa mode
    When A sends 99999999999 numbered frames to B at full speed

  Scenario: nobody's macvlan interface
    Given reflective relay is on
    And stations A and B in vepa mode
    When A sends a unicast frame to B
    Then the host's macvlan interface does not receive it

  Scenario: two guests for one NIC
    Given reflective relay is on
    And guests A and B in passthru mode
    When the guests talk to each other
    Then ICMP echo is answered over IPv4 and IPv6

  Scenario: the frames after a burst that was refused are numbered as ever
    Given reflective relay is on
    And stations A and B in vepa mode
    When A and B send 5 unicast frames to each other in turn
    Then each comes back into the NIC once

  Scenario: nothing left the NIC, so nothing came back
    Given reflective relay is on
    And stations A and B in bridge mode
    When A sends a unicast frame to B
    Then it comes back into the NIC once

  Scenario: nothing left the NIC, so nothing was reflected where it should not be
    Given reflective relay is off
    And stations A and B in bridge mode
    When A sends a unicast frame to B
    Then it does not come back into the NIC

  Scenario: what the upstream sends is not reflected
    Given reflective relay is off
    And stations A and B in vepa mode
    When the upstream sends a broadcast frame
    Then it comes back into the NIC once

  Scenario: what the upstream sends is no unwanted reflection
    Given reflective relay is off
    And stations A and B in vepa mode
    When the upstream sends a unicast frame to A
    Then it does not come back into the NIC

  Scenario: none of them left the NIC
    Given reflective relay is on
    And stations A and B in bridge mode
    When A and B send 5 unicast frames to each other in turn
    Then it has sent none of the frames that came after to the upstream

  Scenario: no frame of theirs is for the port to count
    Given reflective relay is on
    And stations A and B in bridge mode
    And the switch's counters of the port have been read
    When A and B send 5 unicast frames to each other in turn
    Then the port's counters rise by what was sent and by what was reflected

  Scenario: nothing would have arrived without the filter
    Given reflective relay is off
    And stations A and B in vepa mode
    When A sends a unicast frame to B
    And the switch is given a filter for what A sends to B
    And A sends a unicast frame to B
    Then the filter keeps it from B

  Scenario: a frame to oneself
    When the upstream sends a unicast frame to the upstream
    Then the upstream receives it once

  Scenario: set the other way
    Given reflective relay is on
    Then the switch reports it off

  Scenario: a column that nobody looks at
    Given reflective relay is off
    Then of A's frames to B, by their modes:
      | A    | B    | unicast    | broadcast  | multicast |
      | vepa | vepa | stays away | stays away | arrives   |

  Scenario: a DEI that is none
    Given reflective relay is on
    And stations A and B in vepa mode
    When A sends B a unicast frame with each of these tags
      | VLAN | PCP | DEI  |
      | 100  | 3   | true |
    Then each comes back into the NIC once

  Scenario: a VLAN that is reserved
    Given reflective relay is on
    And stations A and B in vepa mode
    When A sends a unicast frame tagged for VLAN 4095 to B
    Then it comes back into the NIC once

  Scenario: the switch's word is enough for the frames that it counts
    Given reflective relay is on
    And stations A and B in vepa mode
    And the switch's counters of the port have been read
    When A and B send 5 unicast frames to each other in turn
    Then the port's counters rise by what was sent and by what was reflected
    And the switch has learned A and B on the uplink's port and nowhere else
