Feature: Scenarios of one's own
  Each says what its steps need and no more; all of them must pass where nothing is wrong.

  Scenario: guests talk without a word of their addresses
    Given reflective relay is on
    And guests A and B in vepa mode
    When the guests talk to each other
    Then ICMP echo is answered over IPv4 and IPv6
    And each frame between the guests leaves the NIC, comes back and arrives once, unaltered
