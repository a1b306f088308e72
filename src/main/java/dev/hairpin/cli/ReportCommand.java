package dev.hairpin.cli;

import dev.hairpin.certify.BundleExamination;
import dev.hairpin.certify.VerifyingKey;
import dev.hairpin.report.CheckResult;
import dev.hairpin.report.ReportShow;
import dev.hairpin.report.ResultsJson;
import dev.hairpin.run.UsageException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hairpin report}: finished runs. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description =
        "Finished runs: on the terminal, against each other, against their checksums, over time.",
    footer = {"", "Example: hairpin report show reports/latest"},
    subcommands = {
      ReportCommand.Show.class,
      ReportCompareCommand.class,
      ReportCommand.Verify.class,
      ReportSummaryCommand.class,
      ReportHistoryCommand.class,
      ReportTrendsCommand.class,
      ReportRecordCommand.class,
      ReportMatrixCommand.class,
      ReportAllureCommand.class
    })
final class ReportCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "say which: show, compare, verify, summary, history, trends, record, matrix or allure");
  }

  /** {@code hairpin report show}. */
  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = "Shows a finished run, or one check of it in full.",
      footer = {"", "Example: hairpin report show --check vepa-unicast-reflected reports/latest"})
  static final class Show implements Callable<Integer> {
    @Mixin private FinishedRun finished = new FinishedRun();

    @Option(names = "--check", paramLabel = "ID", description = "All that is known of one check.")
    private @Nullable String check;

    @Option(names = "--json", description = "One JSON document on standard output.")
    private boolean json;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
      Path run = finished.folder();
      PrintWriter out = spec.commandLine().getOut();
      if (check != null) {
        List<CheckResult> checks = named(run, check);
        if (json) {
          out.println(ResultsJson.any(checks));
        } else {
          ReportShow.whole(checks, Terminal.lively()).forEach(out::println);
        }
      } else if (json) {
        out.println(ResultsJson.write(ResultsJson.read(run)));
      } else {
        ReportShow.of(run, Terminal.lively()).forEach(out::println);
      }
      return ExitCode.OK;
    }

    private static List<CheckResult> named(Path run, String id) throws UsageException, IOException {
      try {
        return ReportShow.named(run, id);
      } catch (ReportShow.NoSuchCheckException none) {
        throw new UsageException(String.valueOf(none.getMessage()));
      }
    }
  }

  /** {@code hairpin report verify}. */
  @Command(
      name = "verify",
      mixinStandardHelpOptions = true,
      description =
          "Checks a run's files against its checksums and its signature, and judges every verdict"
              + " again from the evidence alone. Exit status 1 when anything differs.",
      footer = {
        "",
        "Example: hairpin report verify --key certifier.pub rack12-certified",
        "",
        "A signature is worth what its key is: without --key, compare the fingerprint that is shown."
      })
  static final class Verify implements Callable<Integer> {
    @Parameters(
        arity = "0..1",
        paramLabel = "BUNDLE",
        description = "A run's folder, or a bundle's zip file. Default: reports/latest.")
    private @Nullable Path folder;

    @Option(
        names = "--key",
        paramLabel = "PUB",
        description = "The public key (PEM) that must have signed it. Default: the bundle's own.")
    private @Nullable Path key;

    @Option(names = "--json", description = "One JSON document on standard output.")
    private boolean json;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
      Optional<VerifyingKey> trusted = key == null ? Optional.empty() : Optional.of(trusted(key));
      BundleExamination verification = BundleExamination.of(Given.orLatest(folder), trusted);
      PrintWriter out = spec.commandLine().getOut();
      if (json) {
        out.println(ResultsJson.any(verification));
      } else {
        verification.lines().forEach(out::println);
      }
      return verification.sound() ? ExitCode.OK : ExitCode.FAILED;
    }

    private static VerifyingKey trusted(Path key) throws UsageException {
      try {
        return VerifyingKey.read(key);
      } catch (IOException none) {
        throw new UsageException(String.valueOf(none.getMessage()));
      }
    }
  }
}
