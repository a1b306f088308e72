package dev.hairpin.cli;

import dev.hairpin.history.History;
import dev.hairpin.history.RecordedCheck;
import dev.hairpin.history.Selection;
import dev.hairpin.history.Trends;
import dev.hairpin.report.TrendsHtml;
import dev.hairpin.run.UsageException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hairpin report trends}. */
@Command(
    name = "trends",
    mixinStandardHelpOptions = true,
    description = "The last runs as charts in one HTML page: outcomes, times, measurements.",
    footer = {"", "Example: hairpin report trends --lab rack12 --out trends.html"})
final class ReportTrendsCommand implements Callable<Integer> {
  @Option(
      names = "--out",
      converter = OutPath.class,
      paramLabel = "FILE",
      description = "The page. Default: reports/trends.html.")
  private @Nullable Path out;

  @Option(names = "--lab", paramLabel = "NAME", description = "Runs of this lab alone.")
  private @Nullable String lab;

  @Option(
      names = "--last",
      paramLabel = "N",
      defaultValue = "50",
      description = "So many runs. Default: ${DEFAULT-VALUE}.")
  private int last = 50;

  @Mixin private HistoryOption history = new HistoryOption();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    Selection selection = LastRuns.of(last).ofLab(Optional.ofNullable(lab));
    List<RecordedCheck> checks;
    try (History past = history.open()) {
      checks = past.checks(selection);
    }
    if (checks.isEmpty()) {
      throw new UsageException(
          "the history has no such run. Next: 'hairpin report history' lists what it has");
    }
    Path page = Optional.ofNullable(out).orElseGet(() -> Home.reports().resolve("trends.html"));
    Path folder = page.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    TrendsHtml.write(Trends.of(checks), page);
    spec.commandLine().getOut().println("written: " + page);
    return ExitCode.OK;
  }
}
