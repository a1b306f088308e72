package dev.hairpin.cli;

import dev.hairpin.history.HistoryPlace;
import dev.hairpin.report.ExitStatus;
import dev.hairpin.report.Headline;
import dev.hairpin.report.Repetitions;
import dev.hairpin.report.ResultsJson;
import dev.hairpin.report.VerdictTable;
import dev.hairpin.run.Interruption;
import dev.hairpin.run.LabChoice;
import dev.hairpin.run.Run;
import dev.hairpin.run.RunOptions;
import dev.hairpin.run.UsageException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hairpin run}: the main job. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = "Brings the lab up, runs the scenarios, puts everything back, writes the report.",
    footer = {
      "",
      "Example: hairpin run --lab rack12.yaml --tags '@vepa and not @guest'",
      "",
      "Secrets stand in the environment or in files, as the lab file says (env:NAME, file:PATH).",
      "Exit status: 0 passed or waived, 1 something failed, 2 wrong usage or file, 3 inconclusive, 130 interrupted."
    })
final class RunCommand implements Callable<Integer> {
  @Option(
      names = "--lab",
      paramLabel = "LAB",
      defaultValue = LabChoice.EMBEDDED,
      description =
          "A lab file, or a built-in lab: embedded, embedded-openvswitch, embedded-snmp."
              + " Default: ${DEFAULT-VALUE}.")
  private String lab = LabChoice.EMBEDDED;

  @Mixin private EmbeddedSwitchOptions embedded = new EmbeddedSwitchOptions();

  @Option(
      names = "--tags",
      paramLabel = "EXPR",
      description = "A Cucumber tag expression. Default: all but @load.")
  private @Nullable String tags;

  @Option(
      names = "--features",
      paramLabel = "DIR",
      description = "A folder with feature files, or one file. Default: those that came along.")
  private @Nullable Path features;

  @Option(
      names = "--out",
      converter = OutPath.class,
      paramLabel = "DIR",
      description =
          "The report's folder, with --repeat the one that holds a folder RUN-ID for each."
              + " Default: reports/RUN-ID, and reports/latest points at it.")
  private @Nullable Path out;

  @Option(
      names = "--keep",
      description = "Leaves the embedded lab up for a look; not for lab files.")
  private boolean keep;

  @Option(
      names = "--repeat",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "Runs it N times, one after another, each with a report of its own, and tells which checks"
              + " did not always come out alike. Default: ${DEFAULT-VALUE}.")
  private int repeat = 1;

  @Mixin private HistoryOption history = new HistoryOption();

  @Option(names = "--json", description = "The results as one JSON document on standard output.")
  private boolean json;

  @Option(
      names = {"-q", "--quiet"},
      description = "No progress and no table: the verdict in a sentence, and the totals.")
  private boolean quiet;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    Optional<HistoryPlace> remembered = history.place();
    requireOneReport();
    requireALabToKeep();
    if (repeat == 1) {
      Run.Finished finished = once(remembered);
      return finished.results().run().exit();
    }
    Repetitions repetitions = new Repetitions();
    for (int i = 1; i <= repeat && repetitions.exit() != ExitStatus.INTERRUPTED; i++) {
      say("run %d of %d".formatted(i, repeat));
      Run.Finished finished = once(remembered);
      repetitions.add(finished.results(), finished.folder());
    }
    repetitions.lines().forEach(this::say);
    return repetitions.exit();
  }

  /** What is made once can't hold what is made many times. */
  private void requireOneReport() throws UsageException {
    if (repeat < 1) {
      throw new UsageException("--repeat takes 1 or more, not %d".formatted(repeat));
    }
    if (repeat > 1 && (keep || json)) {
      throw new UsageException(
          "--repeat makes many runs, and --keep and --json are for one: leave them out");
    }
  }

  /** A lab file's lab is there before and after: nothing of it is taken down. */
  private void requireALabToKeep() throws UsageException {
    if (keep && !LabChoice.of(lab).builtIn()) {
      throw new UsageException(
          "--keep leaves an embedded lab up, and '%s' is a lab file, whose switch is put back as ever. Next: leave out --keep, or leave out --lab"
              .formatted(lab));
    }
  }

  private Run.Finished once(Optional<HistoryPlace> remembered) throws Exception {
    try (TerminalProgress progress =
        new TerminalProgress(spec.commandLine().getErr(), !quiet && Terminal.lively())) {
      return run(progress, Interruption.watch(progress::note), remembered);
    }
  }

  private Run.Finished run(
      TerminalProgress progress, Interruption interruption, Optional<HistoryPlace> remembered)
      throws Exception {
    try {
      Run.Finished finished =
          Run.of(
              new RunOptions(
                  lab,
                  embedded.fault(),
                  embedded.uplinks(),
                  Optional.ofNullable(tags),
                  Optional.ofNullable(features).orElseGet(Home::features),
                  features != null,
                  repeat == 1 ? Optional.ofNullable(out) : Optional.empty(),
                  repeat == 1 || out == null ? Home.reports() : out,
                  keep,
                  Version.current(),
                  false),
              progress,
              interruption);
      progress.end();
      print(finished);
      finished.unwritten().ifPresent(progress::note);
      remembered
          .flatMap(each -> Remembering.of(each, finished.results(), finished.folder()))
          .ifPresent(progress::note);
      return finished;
    } finally {
      interruption.allPutBack();
    }
  }

  private void say(String line) {
    spec.commandLine().getOut().println(line);
    spec.commandLine().getOut().flush();
  }

  private void print(Run.Finished finished) {
    var stdout = spec.commandLine().getOut();
    if (json) {
      stdout.print(ResultsJson.write(finished.results()));
    } else if (quiet) {
      stdout.println(Headline.sentence(finished.results()));
      stdout.println(Headline.line(finished.results()));
    } else {
      VerdictTable.of(finished.results(), finished.folder(), Terminal.lively())
          .forEach(stdout::println);
    }
    stdout.flush();
  }
}
