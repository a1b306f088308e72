package dev.hairpin.switches;

import java.time.Duration;
import java.util.List;

/**
 * An object that tells what came of a SET which the agent only begins to carry out.
 *
 * @param oid polled after the SET
 * @param values those that mean that it is done
 * @param failed values that mean that it was refused
 * @param within how long it may take
 */
public record SnmpResult(String oid, List<String> values, List<String> failed, Duration within) {}
