package dev.hairpin.switches;

import java.util.List;

/**
 * A filter on a switch port, by commands: frames that come into {@code {port}} from the address
 * {@code {source}} for the address {@code {destination}} are dropped.
 *
 * @param enable sets it; the port has none before
 * @param disable takes it away; it needs no address
 * @param show tells whether there is one
 */
public record FilterCommands(
    List<CliStep> enable, List<CliStep> disable, Profile.ShowCommand show) {
  /** Keeps copies of the lists. */
  public FilterCommands {
    enable = List.copyOf(enable);
    disable = List.copyOf(disable);
  }
}
