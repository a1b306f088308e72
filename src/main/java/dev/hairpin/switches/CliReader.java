package dev.hairpin.switches;

import dev.hairpin.switches.Profile.Cli;
import dev.hairpin.switches.Profile.RelayCli;
import dev.hairpin.switches.Profile.ShowCommand;
import dev.hairpin.yaml.Fields;
import dev.hairpin.yaml.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the command line parts of a profile. */
final class CliReader {
  private static final Pattern NOTHING = Pattern.compile("");
  private static final List<String> IN_OPEN = List.of(Placeholders.ENABLE);
  private static final List<String> IN_COMMANDS = List.of(Placeholders.PORT);

  private CliReader() {}

  static Optional<Cli> cli(Value value) {
    return value
        .fields("prompt", "open", "errors", "forwarding-table", "facts")
        .map(CliReader::cli);
  }

  static Optional<RelayCli> relay(Value value) {
    return value.fields("enable", "disable", "show", "save").map(CliReader::relay);
  }

  private static Cli cli(Fields fields) {
    Optional<Pattern> prompt =
        fields
            .need("prompt", "a regular expression for the end of what is shown while it waits")
            .flatMap(each -> each.pattern(0));
    List<String> open =
        fields.find("open").map(each -> commands(each.items(), IN_OPEN)).orElse(List.of());
    List<Pattern> errors = new ArrayList<>();
    for (Value each : fields.find("errors").map(Value::items).orElse(List.of())) {
      each.pattern(Pattern.MULTILINE).ifPresent(errors::add);
    }
    return new Cli(
        prompt.orElse(NOTHING), open, List.copyOf(errors), CliQueriesReader.read(fields));
  }

  private static RelayCli relay(Fields fields) {
    List<String> save =
        fields.find("save").map(each -> commands(each.items(), IN_COMMANDS)).orElse(List.of());
    Optional<ShowCommand> show =
        fields
            .need("show", "the command that reads the state back, and what it says when on")
            .flatMap(each -> each.fields("command", "enabled", "disabled"))
            .map(CliReader::show);
    return new RelayCli(
        portCommands(fields, "enable", "the commands that set reflective relay"),
        portCommands(fields, "disable", "the commands that take it back"),
        show.orElse(new ShowCommand("", NOTHING, Optional.empty())),
        save);
  }

  private static ShowCommand show(Fields fields) {
    Optional<Value> command = fields.need("command", "what shows the port's state");
    Optional<String> text = command.flatMap(each -> command(each, IN_COMMANDS));
    if (text.isPresent() && !text.get().contains(Placeholders.PORT)) {
      command.orElseThrow().fault("this command names no port; put {port} where the port belongs");
    }
    Optional<Pattern> enabled =
        fields
            .need("enabled", "a regular expression found in the output when on, and only then")
            .flatMap(each -> each.pattern(Pattern.MULTILINE));
    Optional<Pattern> disabled =
        fields.find("disabled").flatMap(each -> each.pattern(Pattern.MULTILINE));
    return new ShowCommand(text.orElse(""), enabled.orElse(NOTHING), disabled);
  }

  private static List<String> portCommands(Fields fields, String key, String meaning) {
    Optional<Value> value = fields.need(key, meaning);
    List<Value> items = value.map(Value::someItems).orElse(List.of());
    List<String> commands = commands(items, IN_COMMANDS);
    boolean whole = !items.isEmpty() && commands.size() == items.size();
    if (whole && commands.stream().noneMatch(each -> each.contains(Placeholders.PORT))) {
      value.orElseThrow().fault("'" + key + "' names no port; put {port} into one of its commands");
    }
    return commands;
  }

  private static List<String> commands(List<Value> items, List<String> allowed) {
    List<String> commands = new ArrayList<>();
    for (Value each : items) {
      command(each, allowed).ifPresent(commands::add);
    }
    return List.copyOf(commands);
  }

  private static Optional<String> command(Value value, List<String> allowed) {
    Optional<String> text = value.text();
    if (text.isPresent() && text.get().isBlank()) {
      value.fault(value.name() + " is blank; write a command, or take the line out");
      return Optional.empty();
    }
    return text.filter(each -> Placeholders.in(value, each, allowed).isPresent());
  }
}
