package dev.hairpin.cli;

import dev.hairpin.report.ResultsJson;
import dev.hairpin.run.Doctor;
import dev.hairpin.run.LabChoice;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hairpin doctor}. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description =
        "What this machine and a lab can and can't do, each 'can't' with what mends it; changes nothing.",
    footer = {
      "",
      "Example: hairpin doctor --lab rack12.yaml",
      "",
      "Exit status: 0 all is well, 3 something can't be done, 2 the lab file isn't valid."
    })
final class DoctorCommand implements Callable<Integer> {
  @Option(
      names = "--lab",
      paramLabel = "LAB",
      defaultValue = LabChoice.EMBEDDED,
      description = "A lab file, or a built-in lab. Default: ${DEFAULT-VALUE}.")
  private String lab = LabChoice.EMBEDDED;

  @Option(names = "--json", description = "One JSON document on standard output.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    List<Doctor.Finding> findings = Doctor.examine(LabChoice.of(lab));
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(ResultsJson.any(findings));
    } else {
      for (Doctor.Finding each : findings) {
        out.printf("%-5s  %s%n", each.can() ? "can" : "CAN'T", each.what());
        if (!each.mend().isEmpty()) {
          out.printf("       %s%n", each.mend());
        }
      }
    }
    return findings.stream().allMatch(Doctor.Finding::can) ? ExitCode.OK : ExitCode.INCONCLUSIVE;
  }
}
