package dev.hairpin.switches;

import dev.hairpin.yaml.Fields;
import dev.hairpin.yaml.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads what a profile says must be set before reflective relay. */
final class PrerequisiteReader {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 -]{0,63}");

  private final CommandReader commands;

  PrerequisiteReader(CommandReader commands) {
    this.commands = commands;
  }

  List<Prerequisite> all(Optional<Value> value) {
    List<Prerequisite> all = new ArrayList<>();
    for (Value each : value.map(Value::items).orElse(List.of())) {
      Optional<Fields> fields = each.fields("name", "show", "wanted", "set", "undo", "undo-absent");
      fields.ifPresent(found -> add(found, all));
    }
    return List.copyOf(all);
  }

  private void add(Fields fields, List<Prerequisite> all) {
    Optional<Value> nameValue = fields.need("name", "what it is, for people: 'trunk port mode'");
    Optional<String> name =
        nameValue.flatMap(each -> each.text(NAME, "1 to 64 letters, digits, blanks and '-'"));
    if (all.stream().anyMatch(each -> name.equals(Optional.of(each.name())))) {
      nameValue
          .orElseThrow()
          .refuse(name.orElse(""), "another one has this name; choose a new one");
    }
    Optional<Fields> show =
        fields
            .need("show", "the command that shows what is set, and where it stands in the answer")
            .flatMap(each -> each.fields("command", "found"));
    Optional<String> command =
        show.flatMap(each -> each.need("command", "what shows it")).flatMap(commands::ofPort);
    Optional<Value> foundValue =
        show.flatMap(
            each -> each.need("found", "a regular expression with the value as (?<was>...)"));
    Optional<Pattern> found = foundValue.flatMap(each -> each.pattern(Pattern.MULTILINE));
    if (found.isPresent() && !PortParts.names(found.get()).contains(Prerequisite.WAS)) {
      foundValue.orElseThrow().fault("'found' needs a group for the value: (?<was>...)");
    }
    Optional<String> wanted = fields.need("wanted", "the value it must have").flatMap(Value::text);
    List<CliStep> set =
        fields.need("set", "the commands that set it").map(commands::portSteps).orElse(List.of());
    all.add(
        new Prerequisite(
            name.orElse(""),
            command.orElse(""),
            found.orElse(CliReader.NOTHING),
            wanted.orElse(""),
            set,
            undo(fields),
            fields
                .need("undo-absent", "the commands that take it away, where nothing was set before")
                .map(commands::portSteps)
                .orElse(List.of())));
  }

  private List<CliStep> undo(Fields fields) {
    Optional<Value> value =
        fields.need("undo", "the commands that set it back to {was}, what was found");
    List<CliStep> steps =
        value.map(each -> commands.portSteps(each, CommandReader.IN_UNDO)).orElse(List.of());
    if (!steps.isEmpty()
        && steps.stream().noneMatch(each -> each.command().contains(Placeholders.WAS))) {
      value.orElseThrow().fault("'undo' sets nothing back; put {was} into one of its commands");
    }
    return steps;
  }
}
