package dev.hairpin.cli;

import dev.hairpin.embedded.fault.FaultCatalogue;
import dev.hairpin.embedded.fault.FaultKind;
import dev.hairpin.report.ResultsJson;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hairpin lab faults}. */
@Command(
    name = "faults",
    mixinStandardHelpOptions = true,
    description = "Lists what the switch of an embedded lab can be made to do wrong.",
    footer = {"", "Example: hairpin lab faults; hairpin run --fault drops-large:1400"})
final class FaultsCommand implements Callable<Integer> {
  @Option(names = "--json", description = "One JSON document on standard output.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(
          ResultsJson.any(FaultCatalogue.all().stream().map(FaultsCommand::facts).toList()));
      return ExitCode.OK;
    }
    for (FaultKind each : FaultCatalogue.all()) {
      out.printf("%s%n    %s%s%n", each.usage(), each.summary(), standard(each));
    }
    return ExitCode.OK;
  }

  private static String standard(FaultKind kind) {
    return kind.argument()
        .map(
            each ->
                " (%s %d to %d; left out: %d)"
                    .formatted(each.unit(), each.least(), each.most(), each.standard()))
        .orElse("");
  }

  private static Map<String, Object> facts(FaultKind kind) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("name", kind.name());
    facts.put("summary", kind.summary());
    kind.argument()
        .ifPresent(
            each ->
                facts.put(
                    "argument",
                    Map.of(
                        "unit", each.unit(),
                        "default", each.standard(),
                        "least", each.least(),
                        "most", each.most())));
    return facts;
  }
}
