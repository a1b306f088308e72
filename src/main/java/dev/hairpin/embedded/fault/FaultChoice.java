package dev.hairpin.embedded.fault;

import dev.hairpin.embedded.fault.FaultKind.Argument;
import dev.hairpin.embedded.plane.Fault;
import dev.hairpin.yaml.Nearest;
import java.util.List;
import java.util.Optional;

/**
 * A fault that was asked for.
 *
 * @param kind which
 * @param value its argument's; 0 where it takes none
 */
public record FaultChoice(FaultKind kind, long value) {
  /**
   * From {@code NAME} or {@code NAME:ARG}.
   *
   * @throws IllegalArgumentException when there is no such fault or argument, with the nearest name
   */
  public static FaultChoice parse(String text) {
    int colon = text.indexOf(':');
    String name = colon < 0 ? text : text.substring(0, colon);
    FaultKind kind =
        FaultCatalogue.all().stream()
            .filter(each -> each.name().equals(name))
            .findFirst()
            .orElseThrow(() -> unknown(name));
    Optional<String> written =
        colon < 0 ? Optional.empty() : Optional.of(text.substring(colon + 1));
    if (kind.argument().isEmpty()) {
      if (written.isPresent()) {
        throw new IllegalArgumentException(
            "the fault '%s' takes no argument, and '%s' was given".formatted(name, written.get()));
      }
      return new FaultChoice(kind, 0);
    }
    Argument argument = kind.argument().get();
    return new FaultChoice(
        kind, written.map(each -> number(name, each, argument)).orElse(argument.standard()));
  }

  private static IllegalArgumentException unknown(String name) {
    List<String> names = FaultCatalogue.all().stream().map(FaultKind::name).toList();
    return new IllegalArgumentException(
        "there is no fault '%s'%s Next: 'hairpin lab faults' lists them"
            .formatted(
                name,
                Nearest.to(name, names).map(each -> "; did you mean '" + each + "'?").orElse(".")));
  }

  private static long number(String name, String text, Argument argument) {
    if (text.matches("[0-9]{1,9}")) {
      long value = Long.parseLong(text);
      if (value >= argument.least() && value <= argument.most()) {
        return value;
      }
    }
    throw new IllegalArgumentException(
        "'%s' is not a number of %s from %d to %d, which the fault '%s' takes"
            .formatted(text, argument.unit(), argument.least(), argument.most(), name));
  }

  /** The fault itself. */
  Fault make() {
    return kind.making().apply(value);
  }

  /** What a lab with it is, in a sentence without its full stop. */
  public String words() {
    String how =
        make() == Fault.NONE ? "of the kind that can be made faulty, and" : "faulty on purpose: it";
    return "the switch of this lab is %s %s (--fault %s)".formatted(how, kind.summary(), this);
  }

  /** As it can be written: {@code drops-large:1000}. */
  @Override
  public String toString() {
    return kind.argument().isEmpty() ? kind.name() : kind.name() + ":" + value;
  }
}
