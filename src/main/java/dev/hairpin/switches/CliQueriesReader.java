package dev.hairpin.switches;

import dev.hairpin.yaml.Fields;
import dev.hairpin.yaml.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads the keys {@code forwarding-table}, {@code filter} and {@code facts} of a profile's {@code
 * cli}.
 */
final class CliQueriesReader {
  private static final String MAC = "{mac}";
  private static final Pattern NOTHING = Pattern.compile("()");
  private static final Pattern FORMAT = Pattern.compile("[^xX]*([xX][^xX]{0,2}){12}");

  private CliQueriesReader() {}

  static CliQueries read(Fields cli, CommandReader commands) {
    return new CliQueries(
        cli.find("forwarding-table")
            .flatMap(each -> each.fields("command", "mac-format", "port"))
            .map(CliQueriesReader::forwarding),
        cli.find("filter")
            .flatMap(each -> each.fields("enable", "disable", "show"))
            .map(each -> filter(each, commands)),
        cli.find("facts")
            .flatMap(each -> each.fields(CliQueries.FACTS))
            .map(CliQueriesReader::facts)
            .orElse(Map.of()));
  }

  private static FilterCommands filter(Fields fields, CommandReader commands) {
    Optional<Value> enable =
        fields.need("enable", "the commands that drop what comes into {port} from {source}");
    List<CliStep> steps =
        enable.map(each -> commands.portSteps(each, CommandReader.IN_FILTER)).orElse(List.of());
    for (String word : List.of(Placeholders.SOURCE, Placeholders.DESTINATION)) {
      if (!steps.isEmpty() && steps.stream().noneMatch(each -> each.command().contains(word))) {
        enable
            .orElseThrow()
            .fault("'enable' names no " + word + "; the filter must be for two addresses");
      }
    }
    Optional<Fields> show =
        fields
            .need(
                "show",
                "the command that tells whether the port has the filter, and what it says then")
            .flatMap(each -> each.fields("command", "enabled"));
    return new FilterCommands(
        steps,
        fields
            .need("disable", "the commands that take the filter away")
            .map(commands::portSteps)
            .orElse(List.of()),
        new Profile.ShowCommand(
            show.flatMap(each -> each.need("command", "what is sent"))
                .flatMap(commands::ofPort)
                .orElse(""),
            show.flatMap(each -> each.need("enabled", "found in the answer when there is a filter"))
                .flatMap(each -> each.pattern(Pattern.MULTILINE))
                .orElse(NOTHING),
            Optional.empty()));
  }

  private static ForwardingCommand forwarding(Fields fields) {
    Optional<Value> value =
        fields.need("command", "what shows where an address was learned, with {mac} in it");
    Optional<String> command =
        value
            .flatMap(Value::text)
            .filter(each -> Placeholders.in(value.orElseThrow(), each, List.of(MAC)).isPresent());
    if (command.filter(each -> !each.contains(MAC)).isPresent()) {
      value.orElseThrow().fault("this command names no address; put {mac} where it belongs");
    }
    return new ForwardingCommand(
        command.orElse(""),
        fields
            .find("mac-format")
            .flatMap(
                each ->
                    each.text(
                        FORMAT,
                        "12 times x (or X for capitals) and what stands between them, such as"
                            + " xxxx.xxxx.xxxx"))
            .orElse(ForwardingCommand.USUAL_FORMAT),
        oneGroup(
            fields.need("port", "a regular expression with one group around the port"), "(\\S+)$"));
  }

  private static Map<String, FactCommand> facts(Fields fields) {
    Map<String, FactCommand> facts = new LinkedHashMap<>();
    for (String name : CliQueries.FACTS) {
      fields
          .find(name)
          .flatMap(each -> each.fields("command", "found"))
          .ifPresent(each -> facts.put(name, fact(each)));
    }
    return facts;
  }

  private static FactCommand fact(Fields fields) {
    Optional<Value> command = fields.need("command", "the command whose answer tells it");
    return new FactCommand(
        command
            .flatMap(Value::text)
            .filter(each -> Placeholders.in(command.orElseThrow(), each, List.of()).isPresent())
            .orElse(""),
        oneGroup(
            fields.need("found", "a regular expression with one group around the fact"),
            "Version (\\S+)"));
  }

  private static Pattern oneGroup(Optional<Value> value, String model) {
    Optional<Pattern> pattern = value.flatMap(each -> each.pattern(Pattern.MULTILINE));
    if (pattern.filter(each -> each.matcher("").groupCount() != 1).isPresent()) {
      Value at = value.orElseThrow();
      at.fault(at.name() + " needs one group, such as '" + model + "'");
    }
    return pattern.orElse(NOTHING);
  }
}
