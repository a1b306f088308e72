package dev.hairpin.cli;

import dev.hairpin.lab.StateRoot;
import dev.hairpin.lab.Sweep;
import dev.hairpin.lab.SweepReport;
import dev.hairpin.lab.Waiting;
import dev.hairpin.run.LabChoice;
import dev.hairpin.run.RelayRestoring;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hairpin restore}. */
@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    description = "Undoes what interrupted runs left on switches and host, from their journals.",
    footer = {"", "Example: TOR1_PASSWORD=... hairpin restore --lab rack12.yaml"})
final class RestoreCommand implements Callable<Integer> {
  @Option(
      names = "--lab",
      paramLabel = "LAB",
      description = "The lab file to take switches from; left out: the one the run was made with.")
  private @Nullable String lab;

  @Option(names = "--json", description = "One JSON document on standard output.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    StateRoot root = StateRoot.ofEnvironment().prepare();
    PrintWriter err = spec.commandLine().getErr();
    Waiting waiting = Waiting.usual(said -> Notes.say(err, said), () -> false);
    var relays =
        lab == null
            ? RelayRestoring.standard(root, waiting)
            : RelayRestoring.from(root, waiting, LabChoice.of(lab));
    SweepReport report = new Sweep(root, relays).sweep();
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(dev.hairpin.report.ResultsJson.any(RestoreFacts.of(report)));
    } else {
      out.println(report.empty() ? "there is nothing to restore" : report.line());
    }
    return report.complete() ? ExitCode.OK : ExitCode.INCONCLUSIVE;
  }
}
