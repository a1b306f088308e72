package dev.hairpin.switches;

/**
 * An agent's SNMPv3 engine (RFC 3411 section 3.1.1, RFC 3414 section 2.2).
 *
 * @param id snmpEngineID in hexadecimal digits; each agent of a network must have its own
 * @param boots how often it has started since it got its id, 0 to 2147483647; at the last it can't
 *     be spoken to any more
 */
public record SnmpEngine(String id, int boots) {
  /** The number at which an engine is stuck until it gets another id. */
  public static final int LAST_BOOT = Integer.MAX_VALUE;
}
