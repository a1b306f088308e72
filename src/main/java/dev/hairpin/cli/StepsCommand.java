package dev.hairpin.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hairpin.steps.StepCatalogue;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hairpin steps}. */
@Command(
    name = "steps",
    mixinStandardHelpOptions = true,
    description = "Lists every step that a feature file can use.",
    footer = {"", "Example: hairpin steps"})
final class StepsCommand implements Callable<Integer> {
  @Option(names = "--json", description = "One JSON document on standard output.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    List<StepCatalogue.Step> steps = StepCatalogue.steps();
    var out = spec.commandLine().getOut();
    if (json) {
      out.println(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(steps));
      return ExitCode.OK;
    }
    steps.forEach(each -> out.println("%-5s %s".formatted(each.keyword(), each.expression())));
    out.println();
    out.println("Parameters:");
    StepCatalogue.parameters()
        .forEach(each -> out.println("  {%s}  %s".formatted(each.name(), each.pattern())));
    return ExitCode.OK;
  }
}
