@mixed
Feature: Stations in different modes
  What two stations may expect of each other follows from both their modes and from the switch. A
  station in private mode never communicates with another on the same NIC.

  @mixed-modes @certification
  Scenario: Every pairing of modes keeps what the modes promise
    Linux: the commit 'macvlan: implement bridge, VEPA and private mode', 2009.
    Given reflective relay is off
    Then of A's frames to B, by their modes:
      | A       | B       | unicast    | broadcast  |
      | vepa    | vepa    | stays away | stays away |
      | vepa    | bridge  | stays away | stays away |
      | vepa    | private | stays away | stays away |
      | bridge  | vepa    | stays away | stays away |
      | bridge  | bridge  | arrives    | arrives    |
      | bridge  | private | stays away | stays away |
      | private | vepa    | stays away | stays away |
      | private | bridge  | stays away | stays away |
      | private | private | stays away | stays away |
    Given reflective relay is on
    Then of A's frames to B, by their modes:
      | A       | B       | unicast    | broadcast  |
      | vepa    | vepa    | arrives    | arrives    |
      | vepa    | bridge  | arrives    | arrives    |
      | vepa    | private | stays away | stays away |
      | bridge  | vepa    | arrives    | arrives    |
      | bridge  | bridge  | arrives    | arrives    |
      | bridge  | private | stays away | stays away |
      | private | vepa    | stays away | stays away |
      | private | bridge  | stays away | stays away |
      | private | private | stays away | stays away |
