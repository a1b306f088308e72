package dev.hairpin.cli;

import dev.hairpin.report.Comparison;
import dev.hairpin.report.Results;
import dev.hairpin.report.ResultsJson;
import dev.hairpin.report.RunSummary;
import dev.hairpin.report.SummaryMarkdown;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hairpin report summary}. */
@Command(
    name = "summary",
    mixinStandardHelpOptions = true,
    description = "A run in short: as Markdown for a merge request, as JSON for a webhook.",
    footer = {
      "",
      "Example: hairpin report summary --against reports/monday reports/latest",
      "",
      "The JSON has a field 'text', which is what chat programs show of an incoming webhook."
    })
final class ReportSummaryCommand implements Callable<Integer> {
  enum Format {
    MARKDOWN,
    JSON
  }

  @Mixin private FinishedRun finished = new FinishedRun();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "markdown",
      description = "markdown or json. Default: ${DEFAULT-VALUE}.")
  private Format format = Format.MARKDOWN;

  @Option(
      names = "--against",
      paramLabel = "DIR",
      description = "An older run's folder: what broke since then, and the rest of 'compare'.")
  private @Nullable Path against;

  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "Where the report can be read, for a link to it.")
  private @Nullable String url;

  @Mixin private HistoryOption history = new HistoryOption();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    Path run = finished.folder();
    Results results = ResultsJson.read(run);
    Optional<Comparison> comparison =
        against == null
            ? Optional.empty()
            : Optional.of(ReportCompareCommand.compare(against, run, history));
    RunSummary summary = RunSummary.of(results, comparison, Optional.ofNullable(url));
    PrintWriter out = spec.commandLine().getOut();
    out.print(format == Format.JSON ? ResultsJson.any(summary) : SummaryMarkdown.write(summary));
    out.flush();
    return ExitCode.OK;
  }
}
