package dev.hairpin.lab;

/**
 * Something of a switch that isn't as it was before the run.
 *
 * @param what which part of the switch
 * @param why one sentence for a person, with what was before and what is now
 * @param told whether the switch says so itself; else it could not be asked or told
 */
public record PortRemains(What what, String why, boolean told) {
  /** Which part of the switch. */
  public enum What {
    /** Reflective relay of the uplink's own port, or what was set for it. */
    RELAY,
    /** The rest of the port's configuration. */
    CONFIGURATION,
    /** Reflective relay of other ports. */
    OTHER_PORTS
  }
}
