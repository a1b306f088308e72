@load
Feature: Load
  How much goes through a reflecting port, and how long it takes. No rate and no time is a claim: what
  is claimed is that nothing is lost, doubled, changed or overtaken at the rate that was found.

  @load-throughput
  Scenario: For each frame size there is a rate at which each frame arrives once and in order
    RFC 2544 section 26.1, throughput, with short trials; RFC 2889 section 5.1 for frames that a switch forwards.
    Given reflective relay is on
    And stations A and B in vepa mode
    When A sends 2000 numbered frames of each RFC 2544 size to B at the highest rate that loses none

  @load-latency
  Scenario: Frames at an even rate arrive once and in order, each is timed, and so are round trips
    RFC 2544 section 26.2, latency: by the kernel's stamps on the NIC, and by the stations' clock.
    Given reflective relay is on
    And stations A and B in vepa mode
    When A sends 1000 numbered frames to B at 1000 frames a second, and each is timed
    When A and B exchange 1000 frames, each the answer to the one before, and each is timed

  @load-learning
  Scenario: With many addresses learned, frames between two stations still go to nobody else
    RFC 2889 section 5.7, address caching capacity, for as many as a lab has; IEEE 802.1Q 8.8: a learned address is not flooded.
    Given reflective relay is on
    And stations A and B in vepa mode
    When A and B send 5 unicast frames to each other in turn, 2 times, and the switch's forwarding table is read after each
    And the upstream sends A frames from 1000 addresses
    And A and B send 5 unicast frames to each other in turn
    Then each leaves the NIC once
    And each comes back into the NIC once
    And it has sent none of the frames that came after to the upstream
