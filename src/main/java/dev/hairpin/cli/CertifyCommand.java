package dev.hairpin.cli;

import dev.hairpin.certify.Certification;
import dev.hairpin.certify.SigningKey;
import dev.hairpin.certify.ZippedBundle;
import dev.hairpin.history.HistoryPlace;
import dev.hairpin.lab.StateRoot;
import dev.hairpin.report.Headline;
import dev.hairpin.report.ResultsJson;
import dev.hairpin.report.VerdictTable;
import dev.hairpin.run.Interruption;
import dev.hairpin.run.LabChoice;
import dev.hairpin.run.UsageException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hairpin certify}: a run of the certification profile, as a signed bundle. */
@Command(
    name = "certify",
    mixinStandardHelpOptions = true,
    description = {
      "Runs the certification profile and writes a signed bundle: report, evidence, lab file and",
      "profiles, versions, and a certificate as PDF. It is certified when every check passed or is waived."
    },
    footer = {
      "",
      "Example: hairpin certify --lab rack12.yaml --key certifier.pem --out rack12-certified",
      "         hairpin report verify --key certifier.pub rack12-certified",
      "",
      "A key of one's own: openssl genpkey -algorithm ed25519 -out certifier.pem",
      "Exit status: 0 passed or waived, 1 something failed, 2 wrong usage or file, 3 inconclusive, 130 interrupted."
    })
final class CertifyCommand implements Callable<Integer> {
  @Option(
      names = "--lab",
      paramLabel = "LAB",
      defaultValue = LabChoice.EMBEDDED,
      description = "A lab file, or a built-in lab. Default: ${DEFAULT-VALUE}.")
  private String lab = LabChoice.EMBEDDED;

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description =
          "An Ed25519 key (PKCS #8, PEM) to sign with. Default: this machine's own, made on first use.")
  private @Nullable Path key;

  @Option(
      names = "--out",
      converter = OutPath.class,
      paramLabel = "DIR",
      description =
          "The bundle's folder. Default: reports/RUN-ID, and reports/latest points at it.")
  private @Nullable Path out;

  @Option(names = "--zip", description = "The bundle as one file too, DIR.zip.")
  private boolean zip;

  @Mixin private HistoryOption history = new HistoryOption();

  @Option(names = "--json", description = "The results as one JSON document on standard output.")
  private boolean json;

  @Option(
      names = {"-q", "--quiet"},
      description = "No progress and no table: whether it is certified, and the totals.")
  private boolean quiet;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    Optional<HistoryPlace> remembered = history.place();
    SigningKey signing = signingKey();
    try (TerminalProgress progress =
        new TerminalProgress(spec.commandLine().getErr(), !quiet && Terminal.lively())) {
      signing.remark().ifPresent(progress::note);
      return run(signing, progress, Interruption.watch(progress::note), remembered);
    }
  }

  private SigningKey signingKey() throws UsageException, IOException {
    if (key == null) {
      return SigningKey.readOrMake(
          StateRoot.ofEnvironment().prepare().path().resolve("keys").resolve("certify.pem"));
    }
    try {
      return SigningKey.read(key);
    } catch (IOException none) {
      throw new UsageException(String.valueOf(none.getMessage()));
    }
  }

  private int run(
      SigningKey signing,
      TerminalProgress progress,
      Interruption interruption,
      Optional<HistoryPlace> remembered)
      throws Exception {
    try {
      Certification.Made made =
          Certification.of(
              new Certification.Request(
                  lab,
                  Home.features(),
                  Optional.ofNullable(out),
                  Home.reports(),
                  Version.current()),
              signing,
              progress,
              interruption);
      Path bundle = zip ? ZippedBundle.of(made.finished().folder()) : made.finished().folder();
      progress.end();
      print(made, bundle);
      made.finished().unwritten().ifPresent(progress::note);
      remembered
          .flatMap(
              each -> Remembering.of(each, made.finished().results(), made.finished().folder()))
          .ifPresent(progress::note);
      return made.finished().results().run().exit();
    } finally {
      interruption.allPutBack();
    }
  }

  private void print(Certification.Made made, Path bundle) {
    var stdout = spec.commandLine().getOut();
    if (json) {
      stdout.print(ResultsJson.write(made.finished().results()));
    } else if (quiet) {
      stdout.println(made.sentence());
      stdout.println(Headline.line(made.finished().results()));
    } else {
      VerdictTable.of(made.finished().results(), made.finished().folder(), Terminal.lively())
          .forEach(stdout::println);
      stdout.println();
      stdout.println(made.sentence());
      made.standing().against().forEach(each -> stdout.println("  against it: " + each));
      stdout.println("Bundle %s, signed with key %s".formatted(bundle, made.fingerprint()));
    }
    stdout.flush();
  }
}
