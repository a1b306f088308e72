package dev.hairpin.cli;

import dev.hairpin.report.Matrix;
import dev.hairpin.report.MatrixHtml;
import dev.hairpin.report.MatrixRuns;
import dev.hairpin.report.ResultsJson;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hairpin report matrix}. */
@Command(
    name = "matrix",
    mixinStandardHelpOptions = true,
    description =
        "One page from many runs: switch model and software by host kernel and NIC driver.",
    footer = {
      "",
      "Example: hairpin report matrix --out matrix.html reports/2026*",
      "",
      "Each cell is passed, failed, waived, inconclusive or not tested, and links to its run's report.",
      "Exit status: 0 all runs were read, 3 some or all could not be and are left out, 2 wrong usage."
    })
final class ReportMatrixCommand implements Callable<Integer> {
  @Parameters(arity = "1..*", paramLabel = "RUN", description = "The runs' folders.")
  private List<Path> runs = List.of();

  @Option(
      names = "--out",
      converter = OutPath.class,
      paramLabel = "FILE",
      description = "The page. Default: reports/matrix.html.")
  private @Nullable Path out;

  @Option(names = "--json", description = "One JSON document on standard output, and no page.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    MatrixRuns all = new MatrixRuns();
    int status = new ManyRuns(runs, spec.commandLine().getErr()).each(all::add);
    Matrix matrix = all.matrix();
    if (json) {
      spec.commandLine().getOut().println(ResultsJson.any(matrix));
    } else {
      Path page = Optional.ofNullable(out).orElseGet(() -> Home.reports().resolve("matrix.html"));
      MatrixHtml.write(matrix, page);
      spec.commandLine().getOut().println("written: " + page);
    }
    return status;
  }
}
