package dev.hairpin.cli;

import dev.hairpin.history.History;
import dev.hairpin.history.HistoryPlace;
import dev.hairpin.history.PastFigures;
import dev.hairpin.history.Selection;
import dev.hairpin.report.Comparison;
import dev.hairpin.report.EarlierFigures;
import dev.hairpin.report.ReportCompare;
import dev.hairpin.report.Results;
import dev.hairpin.report.ResultsJson;
import dev.hairpin.run.UsageException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hairpin report compare}. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    description =
        "Compares two runs: what broke, recovered, is new, is gone, got slower beyond noise.",
    footer = {
      "",
      "Example: hairpin report compare reports/monday reports/latest",
      "",
      "Slower: a time of a check that passed in both runs. With five runs or more in the history, noise",
      "is what they show; with fewer, a time has to double. Differences below 50 ms or 50 us don't count.",
      "Exit status: 0 nothing broke, 1 a check fails that did not fail before (slower alone is 0)."
    })
final class ReportCompareCommand implements Callable<Integer> {
  private static final int RUNS = 30;

  @Parameters(index = "0", paramLabel = "BEFORE", description = "The older run's folder.")
  private Path before = Path.of("");

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "AFTER",
      description = "The newer run's folder. Default: reports/latest.")
  private @Nullable Path after;

  @Mixin private HistoryOption history = new HistoryOption();

  @Option(names = "--json", description = "One JSON document on standard output.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    Comparison comparison = compare(before, Given.orLatest(after), history);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(ResultsJson.any(comparison));
    } else {
      ReportCompare.lines(comparison, Terminal.lively()).forEach(out::println);
    }
    return comparison.anythingBroke() ? ExitCode.FAILED : ExitCode.OK;
  }

  /** Two runs, with what the history knows of the later one's lab. */
  static Comparison compare(Path before, Path after, HistoryOption history)
      throws IOException, UsageException {
    Given.run(before);
    Results later = ResultsJson.read(after);
    return ReportCompare.of(ResultsJson.read(before), later, figures(later, history));
  }

  private static EarlierFigures figures(Results later, HistoryOption history)
      throws IOException, UsageException {
    Optional<HistoryPlace> place =
        history.place().filter(HistoryPlace::there).filter(HistoryPlace::readable);
    if (place.isEmpty()) {
      return EarlierFigures.NONE;
    }
    try (History past = History.open(place.get())) {
      return new PastFigures(
          past.checks(
              Selection.last(RUNS)
                  .ofLab(Optional.of(later.lab().name()))
                  .startedBefore(later.run().started())));
    }
  }
}
