package dev.hairpin.cli;

import dev.hairpin.bench.Bench;
import dev.hairpin.bench.BenchOptions;
import dev.hairpin.bench.BenchReport;
import dev.hairpin.bench.Figure;
import dev.hairpin.bench.Measure;
import dev.hairpin.bench.PeerFigure;
import dev.hairpin.report.ResultsJson;
import dev.hairpin.run.Interruption;
import dev.hairpin.run.UsageException;
import dev.hairpin.yaml.Nearest;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hairpin bench}. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "Measures this program in labs of its own, and writes bench.json.",
    footer = {
      "",
      "Example: hairpin bench --peers --only absence,relay-snmp",
      "",
      "Exit status: 0 all was measured, 3 something could not be, 2 wrong usage, 130 interrupted."
    })
final class BenchCommand implements Callable<Integer> {
  @Option(
      names = "--out",
      converter = OutPath.class,
      paramLabel = "DIR",
      description = "The folder for bench.json. Default: reports/bench.")
  private @Nullable Path out;

  @Option(
      names = "--peers",
      description = "Measures the same work by the other programs that are installed, as ratios.")
  private boolean peers;

  @Option(
      names = "--only",
      paramLabel = "NAME",
      split = ",",
      description =
          "Only these: absence, twelve-checks, relay-ssh, relay-snmp, injection, capture-drops,"
              + " reading, run.")
  private List<String> only = List.of();

  @Option(names = "--json", description = "bench.json on standard output too.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    Set<Measure> measures = measures();
    try (TerminalProgress progress = new TerminalProgress(spec.commandLine().getErr())) {
      Interruption interruption = Interruption.watch(progress::note);
      try {
        Path folder = Optional.ofNullable(out).orElseGet(() -> Home.reports().resolve("bench"));
        BenchReport report =
            Bench.of(
                new BenchOptions(
                    measures,
                    peers,
                    folder.toAbsolutePath().normalize(),
                    Home.features(),
                    Version.current()),
                progress,
                interruption);
        progress.end();
        print(report, folder);
        return report.complete() ? ExitCode.OK : ExitCode.INCONCLUSIVE;
      } finally {
        interruption.allPutBack();
      }
    }
  }

  private Set<Measure> measures() throws UsageException {
    Set<Measure> measures = EnumSet.noneOf(Measure.class);
    for (String name : only) {
      measures.add(
          List.of(Measure.values()).stream()
              .filter(each -> each.id().equals(name))
              .findFirst()
              .orElseThrow(() -> unknown(name)));
    }
    return measures.isEmpty() ? EnumSet.allOf(Measure.class) : measures;
  }

  private static UsageException unknown(String name) {
    return new UsageException(
        "--only: there is no figure '%s'; there are %s%s"
            .formatted(
                name,
                String.join(", ", Measure.ids()),
                Nearest.to(name, Measure.ids())
                    .map(each -> ". Did you mean '" + each + "'?")
                    .orElse("")));
  }

  private void print(BenchReport report, Path folder) {
    PrintWriter stdout = spec.commandLine().getOut();
    if (json) {
      stdout.print(ResultsJson.any(report));
    } else {
      for (Figure each : report.figures()) {
        stdout.println(line(each));
        each.peers().forEach(peer -> stdout.println(line(peer, each)));
      }
      report.absent().forEach(each -> stdout.printf("%-16s not installed here%n", each));
      stdout.println("written: " + folder.resolve(BenchReport.NAME));
    }
    stdout.flush();
  }

  private static String line(Figure figure) {
    return figure
        .value()
        .map(value -> format("%-16s %14.2f %s", figure.name(), value, figure.unit()))
        .orElseGet(() -> format("%-16s not measured: %s", figure.name(), figure.why()));
  }

  private static String line(PeerFigure peer, Figure figure) {
    return format("  %-29s %.2f %s", peer.name(), peer.value(), figure.unit())
        + peer.ratio().map(ratio -> format(", ratio %.3f", ratio)).orElse("");
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
