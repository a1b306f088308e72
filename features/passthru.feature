@passthru
Feature: Passthru mode
  One station has the NIC to itself, with the NIC's own MAC address (Linux: macvlan_common_newlink(),
  MACVLAN_MODE_PASSTHRU).

  @passthru-is-alone @nic-alone @certification
  Scenario: The kernel refuses a second macvtap on a NIC in passthru mode
    Linux: macvlan_common_newlink() returns -EINVAL when the port is in passthru mode.
    Given the NIC has no station
    And station A in passthru mode
    When another station is put on the NIC in each of the modes vepa, bridge, private and passthru
    Then the kernel refuses each

  @passthru-upstream-both-ways @nic-alone @certification
  Scenario: The one station and the upstream reach each other, with the NIC's own address
    Linux: macvlan_common_newlink() gives a passthru device the lower device's address.
    Given the NIC has no station
    And reflective relay is off
    And station A in passthru mode
    Then A has the NIC's own MAC address
    When A sends a unicast frame to the upstream
    Then it leaves the NIC once
    And the upstream receives it once
    When the upstream sends a unicast frame to A
    Then A receives it once
