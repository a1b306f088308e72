@evb
Feature: The uplink's link
  What was set on a switch port should be there when its link comes back: hosts restart, cables are
  replugged.

  @survives-link-flap @nic-alone
  Scenario: After the link went down and came up, the relay is still on and frames are reflected
    IEEE 802.1Q 8.6.1: reflective relay is a parameter of the port, not of its link.
    Given reflective relay is on
    And stations A and B in vepa mode
    When A sends a unicast frame to B
    Then it leaves the NIC once
    And it comes back into the NIC once
    And B receives it once
    When the uplink's link goes down and comes up again
    Then the switch still reports it on
    When A sends a unicast frame to B
    Then it leaves the NIC once
    And it comes back into the NIC once
    And B receives it once
