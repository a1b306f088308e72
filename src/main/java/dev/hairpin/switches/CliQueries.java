package dev.hairpin.switches;

import java.util.Map;
import java.util.Optional;

/**
 * What a switch can be asked on its command line beside reflective relay.
 *
 * @param forwardingTable where an address was learned
 * @param filter how a port is given a filter
 * @param facts version, model and serial, by these names; not all need be there
 */
public record CliQueries(
    Optional<ForwardingCommand> forwardingTable,
    Optional<FilterCommands> filter,
    Map<String, FactCommand> facts) {
  /** The facts there are. */
  static final String[] FACTS = {"version", "model", "serial"};

  /** Of a profile that has none of them. */
  static final CliQueries NONE = new CliQueries(Optional.empty(), Optional.empty(), Map.of());
}
