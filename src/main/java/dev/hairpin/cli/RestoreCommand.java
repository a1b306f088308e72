package dev.hairpin.cli;

import dev.hairpin.lab.StateRoot;
import dev.hairpin.lab.Sweep;
import dev.hairpin.lab.SweepReport;
import dev.hairpin.lab.UndecidedException;
import dev.hairpin.lab.Waiting;
import dev.hairpin.linux.Privileges;
import dev.hairpin.run.LabChoice;
import dev.hairpin.run.RelayRestoring;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
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
    StateRoot root = stateDirectory();
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
    if (!report.complete() && mayDoLess()) {
      Notes.say(err, "undoing it may take root. Next: " + asRoot());
    }
    return report.complete() ? ExitCode.OK : ExitCode.INCONCLUSIVE;
  }

  private StateRoot stateDirectory() throws IOException {
    StateRoot root = StateRoot.ofEnvironment();
    try {
      return root.prepare();
    } catch (IOException refused) {
      if (refused.getCause() instanceof AccessDeniedException && mayDoLess()) {
        throw new UndecidedException(
            "what runs left stands in the state directory %s, which this user may not read and write. Next: %s"
                .formatted(root.path(), asRoot()));
      }
      throw refused;
    }
  }

  /** Than a run may; where a user's own switch was set by hand, that does no harm. */
  private static boolean mayDoLess() throws IOException {
    return !Privileges.current().missing().isEmpty();
  }

  /** With the environment: the state directory and the switches' secrets may stand in it. */
  private String asRoot() {
    return "sudo --preserve-env ./hairpin restore" + (lab == null ? "" : " --lab " + lab);
  }
}
