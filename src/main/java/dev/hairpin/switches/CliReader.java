package dev.hairpin.switches;

import dev.hairpin.switches.Profile.Cli;
import dev.hairpin.switches.Profile.RelayCli;
import dev.hairpin.switches.Profile.ShowCommand;
import dev.hairpin.yaml.Fields;
import dev.hairpin.yaml.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the command line parts of a profile. */
final class CliReader {
  static final Pattern NOTHING = Pattern.compile("");
  private static final Pattern MODE = Pattern.compile("[a-z][a-z0-9-]{0,31}");

  private final CommandReader commands;

  CliReader(Placeholders placeholders) {
    this.commands = new CommandReader(placeholders);
  }

  Optional<Cli> cli(Value value) {
    return value
        .fields(
            "prompt",
            "open",
            "errors",
            "pager",
            "questions",
            "modes",
            "port-configuration",
            "forwarding-table",
            "filter",
            "facts")
        .map(this::cli);
  }

  /**
   * @param refused whether the profile says that nothing can be set
   */
  Optional<RelayCli> relay(Value value, boolean refused) {
    return value
        .fields("enable", "disable", "show", "save", "show-all", "prerequisites")
        .map(fields -> relay(fields, refused));
  }

  private Cli cli(Fields fields) {
    Optional<Pattern> prompt =
        fields
            .need("prompt", "a regular expression for the end of what is shown while it waits")
            .flatMap(each -> each.pattern(0));
    List<String> open =
        fields
            .find("open")
            .map(each -> commands.texts(each.items(), CommandReader.IN_OPEN))
            .orElse(List.of());
    List<Pattern> errors = new ArrayList<>();
    for (Value each : fields.find("errors").map(Value::items).orElse(List.of())) {
      each.pattern(Pattern.MULTILINE).ifPresent(errors::add);
    }
    return new Cli(
        prompt.orElse(NOTHING),
        open,
        List.copyOf(errors),
        InterjectionsReader.read(fields),
        CliQueriesReader.read(fields, commands),
        modes(fields),
        fields.find("port-configuration").flatMap(this::portConfiguration));
  }

  private Optional<PortConfiguration> portConfiguration(Value value) {
    if (!value.isMap()) {
      return commands.ofPort(value).map(each -> new PortConfiguration(each, List.of()));
    }
    Optional<Fields> fields = value.fields("command", "ignore");
    List<Pattern> ignore = new ArrayList<>();
    fields
        .flatMap(each -> each.find("ignore"))
        .map(Value::items)
        .orElse(List.of())
        .forEach(each -> each.pattern(Pattern.MULTILINE).ifPresent(ignore::add));
    return fields
        .flatMap(each -> each.need("command", "what shows the port's configuration"))
        .flatMap(commands::ofPort)
        .map(each -> new PortConfiguration(each, List.copyOf(ignore)));
  }

  private List<CliMode> modes(Fields fields) {
    List<CliMode> modes = new ArrayList<>();
    Map<String, Value> named =
        fields
            .find("modes")
            .map(each -> each.entries(MODE, "1 to 32 of a-z, 0-9 and '-', a letter first"))
            .orElse(Map.of());
    named.forEach(
        (name, value) ->
            value.fields("prompt", "leave").ifPresent(each -> modes.add(mode(name, each))));
    return List.copyOf(modes);
  }

  private CliMode mode(String name, Fields fields) {
    Optional<Pattern> prompt =
        fields
            .need("prompt", "a regular expression found in the prompt in this mode only")
            .flatMap(each -> each.pattern(0));
    List<Value> leave =
        fields
            .need("leave", "the commands that lead out of this mode and keep nothing uncommitted")
            .map(Value::someItems)
            .orElse(List.of());
    return new CliMode(name, prompt.orElse(NOTHING), commands.texts(leave, CommandReader.NO_WORDS));
  }

  private RelayCli relay(Fields fields, boolean refused) {
    if (refused) {
      for (String each : List.of("enable", "disable", "prerequisites")) {
        fields.find(each).ifPresent(value -> value.faultUnseen(SnmpReader.settingIsRefused(each)));
      }
    }
    Optional<ShowCommand> show =
        fields
            .need("show", "the command that reads the state back, and what it says when on")
            .flatMap(each -> each.fields("command", "enabled", "disabled"))
            .map(this::show);
    return new RelayCli(
        refused ? List.of() : steps(fields, "enable", "the commands that set reflective relay"),
        refused ? List.of() : steps(fields, "disable", "the commands that take it back"),
        show.orElse(new ShowCommand("", NOTHING, Optional.empty())),
        fields
            .find("save")
            .map(each -> commands.steps(each.items(), CommandReader.IN_COMMANDS))
            .orElse(List.of()),
        fields
            .find("show-all")
            .flatMap(each -> each.fields("command", "port", "enabled"))
            .map(this::showAll),
        new PrerequisiteReader(commands).all(fields.find("prerequisites")));
  }

  private List<CliStep> steps(Fields fields, String key, String meaning) {
    return fields.need(key, meaning).map(commands::portSteps).orElse(List.of());
  }

  private ShowCommand show(Fields fields) {
    Optional<String> command =
        fields.need("command", "what shows the port's state").flatMap(commands::ofPort);
    Optional<Pattern> enabled =
        fields
            .need("enabled", "a regular expression found in the output when on, and only then")
            .flatMap(each -> each.pattern(Pattern.MULTILINE));
    Optional<Pattern> disabled =
        fields.find("disabled").flatMap(each -> each.pattern(Pattern.MULTILINE));
    return new ShowCommand(command.orElse(""), enabled.orElse(NOTHING), disabled);
  }

  private ShowAll showAll(Fields fields) {
    Optional<String> command =
        fields
            .need("command", "what shows the state of every port")
            .flatMap(each -> commands.text(each, CommandReader.NO_WORDS));
    Optional<Value> port =
        fields.need("port", "a regular expression for where a port's part begins");
    Optional<Pattern> expression = port.flatMap(each -> each.pattern(Pattern.MULTILINE));
    if (expression.isPresent() && expression.get().matcher("").groupCount() != 1) {
      port.orElseThrow()
          .fault("'port' needs one group, around the port's name, such as '^interface (\\S+)'");
    }
    Optional<Pattern> enabled =
        fields
            .need("enabled", "a regular expression found in a port's part when on, and only then")
            .flatMap(each -> each.pattern(Pattern.MULTILINE));
    return new ShowAll(command.orElse(""), expression.orElse(NOTHING), enabled.orElse(NOTHING));
  }
}
