package dev.hairpin.cli;

import dev.hairpin.report.AllureResults;
import dev.hairpin.report.ResultsJson;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hairpin report allure}. */
@Command(
    name = "allure",
    mixinStandardHelpOptions = true,
    description = "A finished run as Allure results, its evidence attached.",
    footer = {
      "",
      "Example: hairpin report allure --out allure-results reports/latest",
      "",
      "Inconclusive is 'broken' there, waived is 'skipped' with the waiver in its message."
    })
final class ReportAllureCommand implements Callable<Integer> {
  @Mixin private FinishedRun finished = new FinishedRun();

  @Option(
      names = "--out",
      converter = OutPath.class,
      paramLabel = "DIR",
      defaultValue = "allure-results",
      description =
          "The folder for Allure's files; several runs may share one. Default: ${DEFAULT-VALUE}.")
  private Path out = Path.of("allure-results");

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    Path run = finished.folder();
    AllureResults.write(ResultsJson.read(run), run, out)
        .forEach(
            each ->
                Notes.say(
                    spec.commandLine().getErr(),
                    "evidence %s is not in %s, so it is not attached".formatted(each, run)));
    spec.commandLine().getOut().println("written: " + out);
    return ExitCode.OK;
  }
}
