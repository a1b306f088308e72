package dev.hairpin.switches;

import dev.hairpin.yaml.Fields;
import dev.hairpin.yaml.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads commands of a profile: texts, or maps of command, expectation and patience. */
final class CommandReader {
  static final List<String> NO_WORDS = List.of();
  static final List<String> IN_OPEN = List.of(Placeholders.ENABLE);
  static final List<String> IN_COMMANDS = List.of(Placeholders.PORT);
  static final List<String> IN_FILTER =
      List.of(Placeholders.PORT, Placeholders.SOURCE, Placeholders.DESTINATION);
  static final List<String> IN_UNDO = List.of(Placeholders.PORT, Placeholders.WAS);

  private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(30);

  private final Placeholders placeholders;

  CommandReader(Placeholders placeholders) {
    this.placeholders = placeholders;
  }

  /** The commands that are faultless. */
  List<String> texts(List<Value> items, List<String> allowed) {
    List<String> texts = new ArrayList<>();
    items.forEach(each -> text(each, allowed).ifPresent(texts::add));
    return List.copyOf(texts);
  }

  /** One command. */
  Optional<String> text(Value value, List<String> allowed) {
    Optional<String> text = value.text();
    if (text.isPresent() && text.get().isBlank()) {
      value.fault(value.name() + " is blank; write a command, or take the line out");
      return Optional.empty();
    }
    return text.flatMap(each -> placeholders.filled(value, each, allowed));
  }

  /** One command that must name the port. */
  Optional<String> ofPort(Value value) {
    Optional<String> text = text(value, IN_COMMANDS);
    if (text.isPresent() && !placeholders.namesPort(text.get(), IN_COMMANDS)) {
      value.fault("this command names no port; put {port} where the port belongs");
    }
    return text;
  }

  /** The steps that are faultless. */
  List<CliStep> steps(List<Value> items, List<String> allowed) {
    List<CliStep> steps = new ArrayList<>();
    items.forEach(each -> step(each, allowed).ifPresent(steps::add));
    return List.copyOf(steps);
  }

  /** A list of steps, one of which at least must name the port. */
  List<CliStep> portSteps(Value value) {
    return portSteps(value, IN_COMMANDS);
  }

  /** The same in a place where more words can stand. */
  List<CliStep> portSteps(Value value, List<String> allowed) {
    List<Value> items = value.someItems();
    List<CliStep> steps = steps(items, allowed);
    boolean whole = !items.isEmpty() && steps.size() == items.size();
    if (whole
        && steps.stream().noneMatch(each -> placeholders.namesPort(each.command(), IN_COMMANDS))) {
      value.fault(value.name() + " names no port; put {port} into one of its commands");
    }
    return steps;
  }

  private Optional<CliStep> step(Value value, List<String> allowed) {
    if (!value.isMap()) {
      return text(value, allowed).map(CliStep::of);
    }
    Optional<Fields> fields = value.fields("command", "expect", "wait");
    Optional<String> command =
        fields
            .flatMap(each -> each.need("command", "what is sent"))
            .flatMap(each -> text(each, allowed));
    Optional<Pattern> expect =
        fields
            .flatMap(each -> each.find("expect"))
            .flatMap(each -> each.pattern(Pattern.MULTILINE));
    Optional<Duration> wait =
        fields
            .flatMap(each -> each.find("wait"))
            .flatMap(each -> each.duration(SHORTEST_WAIT, LONGEST_WAIT));
    return command.map(each -> new CliStep(each, expect, wait));
  }
}
