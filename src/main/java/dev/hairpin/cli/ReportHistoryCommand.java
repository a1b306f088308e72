package dev.hairpin.cli;

import dev.hairpin.history.Flake;
import dev.hairpin.history.Flakes;
import dev.hairpin.history.History;
import dev.hairpin.history.HistoryException;
import dev.hairpin.history.HistoryLines;
import dev.hairpin.history.RecordedCheck;
import dev.hairpin.history.RecordedRun;
import dev.hairpin.history.Selection;
import dev.hairpin.report.ResultsJson;
import dev.hairpin.run.UsageException;
import dev.hairpin.yaml.Shown;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hairpin report history}. */
@Command(
    name = "history",
    mixinStandardHelpOptions = true,
    description = "The last runs, or one check through them, and which checks flake.",
    footer = {
      "",
      "Example: hairpin report history --check vepa-order-kept --last 50",
      "",
      "A flake changed between good and bad at least twice while lab, kernel, driver, switch software",
      "and version of this program stayed what they were."
    })
final class ReportHistoryCommand implements Callable<Integer> {
  @Option(names = "--lab", paramLabel = "NAME", description = "Runs of this lab alone.")
  private @Nullable String lab;

  @Option(names = "--check", paramLabel = "ID", description = "One check, run by run.")
  private @Nullable String check;

  @Option(names = "--uplink", paramLabel = "NAME", description = "On this uplink alone.")
  private @Nullable String uplink;

  @Option(
      names = "--last",
      paramLabel = "N",
      defaultValue = "20",
      description = "So many runs. Default: ${DEFAULT-VALUE}.")
  private int last = 20;

  @Mixin private HistoryOption history = new HistoryOption();

  @Option(names = "--json", description = "One JSON document on standard output.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    Selection selection =
        LastRuns.of(last)
            .ofLab(Optional.ofNullable(lab))
            .of(Optional.ofNullable(check), Optional.ofNullable(uplink));
    PrintWriter out = spec.commandLine().getOut();
    try (History past = history.open()) {
      List<RecordedRun> runs = past.runs(selection);
      List<RecordedCheck> checks = past.checks(selection);
      if (check != null && checks.isEmpty()) {
        throw noneOf(check, past);
      }
      List<Flake> flaky = Flakes.of(checks);
      if (json) {
        out.println(ResultsJson.any(new Document(runs, check == null ? List.of() : checks, flaky)));
      } else {
        (check == null ? HistoryLines.runs(runs) : HistoryLines.checks(checks))
            .forEach(out::println);
        HistoryLines.flakes(flaky, runs.size()).forEach(out::println);
      }
    }
    return ExitCode.OK;
  }

  private static UsageException noneOf(String check, History past) throws HistoryException {
    List<String> known = past.checkIds();
    if (known.contains(check)) {
      return new UsageException(
          "the history has no result of check '%s' in that lab and on that uplink. Next: leave out --lab or --uplink"
              .formatted(check));
    }
    return new UsageException(
        "no check '%s' in the history%s"
            .formatted(
                check,
                known.isEmpty()
                    ? ", which is empty. Next: 'hairpin run' puts its results into it"
                    : "; " + Shown.meant(check, known)));
  }

  /** What {@code --json} prints; single results only of one check. */
  record Document(List<RecordedRun> runs, List<RecordedCheck> checks, List<Flake> flaky) {}
}
