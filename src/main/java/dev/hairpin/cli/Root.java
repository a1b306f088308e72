package dev.hairpin.cli;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code hairpin} without a command. */
@Command(
    name = "hairpin",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Proves, on the wire, whether an uplink switch and a KVM host work together for macvtap networking.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  hairpin run                                  everything, in a lab of its own on this machine",
      "  hairpin run --lab rack12.yaml --tags @vepa   the VEPA checks of a real lab",
      "  hairpin COMMAND --help                       what a command does, with an example",
      "",
      "Exit status: 0 passed or waived, 1 something failed, 2 wrong usage or file, 3 inconclusive, 130 interrupted."
    },
    subcommands = {
      RunCommand.class,
      CertifyCommand.class,
      DoctorCommand.class,
      LabCommand.class,
      SwitchCommand.class,
      ProfileCommand.class,
      RestoreCommand.class,
      ReportCommand.class,
      StepsCommand.class,
      BenchCommand.class,
      AutoComplete.GenerateCompletion.class
    })
public final class Root implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }
}
