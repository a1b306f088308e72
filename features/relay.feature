@relay
Feature: Reflective relay
  Reflective relay lets a switch port send a frame back out of the port it came in on
  (IEEE 802.1Q clause 8.6.1 and clause 40, 'hairpin' on a Linux bridge). Most switches have it
  off until they are told otherwise. What the switch says of itself is compared here with what
  frames do.

  @relay-off-by-default @certification
  Scenario: The port's state as the switch reports it and as the wire shows it agree before anything is set
    IEEE 802.1Q 8.6.1: a frame isn't forwarded to its reception port unless reflective relay is enabled there.
    Given stations A and B in vepa mode
    When the relay state of the port is read as it was found
    And A sends a unicast frame to B
    Then the wire agrees with the state that was read

  @relay-on-takes-effect @certification
  Scenario: After 'on' the switch says on, and a frame is reflected
    IEEE 802.1Q 8.6.1; Linux: should_deliver() with BR_HAIRPIN_MODE.
    Given stations A and B in vepa mode
    And reflective relay is off
    When reflective relay is set on and timed to the first reflected frame
    Then the switch reports it on
    When A sends a unicast frame to B
    Then the wire shows it on

  @relay-off-takes-effect @certification
  Scenario: After 'off' the switch says off, and no frame is reflected
    IEEE 802.1Q 8.6.1; Linux: should_deliver() without BR_HAIRPIN_MODE.
    Given stations A and B in vepa mode
    And reflective relay is on
    When reflective relay is set off and timed to the last reflected frame
    Then the switch reports it off
    When A sends a unicast frame to B
    Then the wire shows it off

  @relay-toggle-endurance @certification
  Scenario: Twenty rounds of 'on' and 'off' are each followed by the wire
    IEEE 802.1Q 8.6.1; each setting is read back, and held against a frame.
    Given stations A and B in vepa mode
    When reflective relay is set on and off 20 times, with a frame from A to B after each
    Then no other port's relay was touched
