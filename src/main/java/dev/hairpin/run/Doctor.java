package dev.hairpin.run;

import dev.hairpin.embedded.EmbeddedLab;
import dev.hairpin.embedded.SwitchKind;
import dev.hairpin.lab.KnownNames;
import dev.hairpin.lab.Lab;
import dev.hairpin.lab.LoadedLab;
import dev.hairpin.lab.WaivableChecks;
import dev.hairpin.linux.LocalShell;
import dev.hairpin.linux.NetNamespace;
import dev.hairpin.switches.SwitchAccess;
import dev.hairpin.wire.MacAddress;
import dev.hairpin.yaml.FaultyFileException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Looks at this machine and a lab, and changes nothing. */
public final class Doctor {
  private final Findings findings = new Findings();

  private Doctor() {}

  /**
   * Something that can or can't be done.
   *
   * @param mend what to type, or why it is so; also where it can be done, and there is something to
   *     know about it
   */
  public record Finding(String what, boolean can, String mend) {}

  /** Examines the machine, and the lab as far as that goes without changing anything. */
  public static List<Finding> examine(LabChoice choice)
      throws FaultyFileException, IOException, UsageException {
    Doctor doctor = new Doctor();
    new MachineExam(doctor.findings).examine();
    if (choice.builtIn()) {
      doctor.embedded(EmbeddedLabs.options(choice, false).kind());
    } else {
      doctor.lab(LabFiles.read(choice, WaivableChecks.SHIPPED));
    }
    return doctor.findings.all();
  }

  private void embedded(SwitchKind kind) {
    List<String> packages = EmbeddedLab.missingPackages(kind);
    findings.add(
        "bring the embedded lab up",
        packages.isEmpty(),
        "apt-get install " + String.join(" ", packages));
  }

  private void waivers(Lab lab) {
    lab.waivers().stream()
        .map(Lab.Waiver::check)
        .distinct()
        .filter(each -> !KnownNames.checks().contains(each))
        .forEach(
            each ->
                findings.hint(
                    "waive '%s' where a scenario of your own has that id".formatted(each),
                    "hairpin run --features DIR; no check that is shipped has it"));
  }

  private void lab(LoadedLab loaded) throws IOException {
    Map<String, MacAddress> addresses = new TreeMap<>();
    try (LocalShell shell = LocalShell.open(NetNamespace.CURRENT, "doctor")) {
      NicExam exam = new NicExam(shell, findings);
      Set<String> nics = new TreeSet<>();
      loaded.lab().uplinks().forEach(each -> nics.add(each.nic()));
      loaded.lab().upstream().ifPresent(each -> nics.add(each.nic()));
      for (String nic : nics) {
        exam.examine(nic).ifPresent(each -> addresses.put(nic, each.mac()));
      }
    }
    findings.add(
        "prove absence by a fence (an upstream NIC)",
        loaded.lab().upstream().isPresent(),
        "give the lab file 'upstream: {nic: NIC}'; without it stated time-outs are used");
    waivers(loaded.lab());
    SwitchExam exam = new SwitchExam(loaded, addresses, findings);
    for (SwitchAccess each : loaded.lab().switches()) {
      exam.examine(each);
    }
  }
}
