package dev.hairpin.embedded.fault;

import dev.hairpin.embedded.plane.Fault;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * A fault by its name.
 *
 * @param name as {@code --fault} takes it
 * @param argument what may follow the name and a colon, where something may
 * @param summary what the switch does, a phrase
 * @param making makes it, of the argument's value
 */
public record FaultKind(
    String name, Optional<Argument> argument, String summary, LongFunction<Fault> making) {

  /**
   * A number that says how much.
   *
   * @param unit what it counts
   * @param standard its value where it is left out
   * @param least the smallest
   * @param most the largest
   */
  public record Argument(String unit, long standard, long least, long most) {}

  static FaultKind of(String name, String summary, Fault fault) {
    return new FaultKind(name, Optional.empty(), summary, none -> fault);
  }

  /** As it can be written: {@code drops-large[:OCTETS]}. */
  public String usage() {
    return argument
        .map(each -> "%s[:%s]".formatted(name, each.unit().toUpperCase(java.util.Locale.ROOT)))
        .orElse(name);
  }
}
