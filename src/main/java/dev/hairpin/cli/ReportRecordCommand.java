package dev.hairpin.cli;

import dev.hairpin.history.History;
import dev.hairpin.history.HistoryPlace;
import dev.hairpin.run.UsageException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hairpin report record}. */
@Command(
    name = "record",
    mixinStandardHelpOptions = true,
    description =
        "Puts finished runs into the history: older ones, or those of other machines."
            + " 'hairpin run' does so by itself.",
    footer = {
      "",
      "Example: hairpin report record --history postgresql://db/hairpin reports/2026*",
      "",
      "Exit status: 0 all runs were read, 3 some or all could not be and are left out, 2 wrong usage."
    })
final class ReportRecordCommand implements Callable<Integer> {
  @Parameters(arity = "1..*", paramLabel = "DIR", description = "The runs' folders.")
  private List<Path> folders = List.of();

  @Mixin private HistoryOption history = new HistoryOption();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    HistoryPlace place =
        history.place().orElseThrow(() -> new UsageException("there is nowhere to put them: none"));
    ManyRuns runs = new ManyRuns(folders, spec.commandLine().getErr());
    try (History past = History.open(place)) {
      return runs.each(
          (results, folder) -> {
            past.record(results, folder);
            spec.commandLine().getOut().println("recorded " + results.run().id());
          });
    }
  }
}
