package dev.hairpin.run;

import dev.hairpin.embedded.EmbeddedLab;
import dev.hairpin.embedded.SwitchKind;
import dev.hairpin.lab.Lab;
import dev.hairpin.lab.LoadedLab;
import dev.hairpin.linux.LinkFacts;
import dev.hairpin.linux.Links;
import dev.hairpin.linux.LocalShell;
import dev.hairpin.linux.NetNamespace;
import dev.hairpin.linux.Privileges;
import dev.hairpin.switches.Reach;
import dev.hairpin.switches.Secrets;
import dev.hairpin.switches.SwitchAccess;
import dev.hairpin.switches.SwitchSession;
import dev.hairpin.switches.Transcript;
import dev.hairpin.yaml.FaultyFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Looks at this machine and a lab, and changes nothing. */
public final class Doctor {
  private final List<Finding> findings = new ArrayList<>();

  private Doctor() {}

  /**
   * Something that can or can't be done.
   *
   * @param mend what to type, or why it is so
   */
  public record Finding(String what, boolean can, String mend) {}

  /** Examines the machine, and the lab as far as that goes without changing anything. */
  public static List<Finding> examine(LabChoice choice)
      throws FaultyFileException, IOException, UsageException {
    Doctor doctor = new Doctor();
    doctor.machine();
    if (choice.builtIn()) {
      doctor.embedded(EmbeddedLabs.options(choice, false).kind());
    } else {
      doctor.lab(LabFiles.read(choice));
    }
    return List.copyOf(doctor.findings);
  }

  private void add(String what, boolean can, String mend) {
    findings.add(new Finding(what, can, can ? "" : mend));
  }

  private void machine() throws IOException {
    List<String> missing = Privileges.current().missing();
    add("make macvtap devices and capture frames (root)", missing.isEmpty(), "sudo hairpin …");
    program("ip", "drive the kernel's network interfaces", "iproute2");
    program("bridge", "read the NIC's unicast filter", "iproute2");
    program("qemu-system-x86_64", "run real guests", "qemu-system-x86");
    program("busybox", "make the guests' file system", "busybox-static");
    program("nc.openbsd", "let guests talk over UDP and TCP", "netcat-openbsd");
  }

  private void program(String name, String purpose, String debianPackage) {
    boolean there =
        Set.of("/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin", "/sbin", "/bin")
            .stream()
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
    add(purpose + " (" + name + ")", there, "apt-get install " + debianPackage);
  }

  private void embedded(SwitchKind kind) {
    List<String> packages = EmbeddedLab.missingPackages(kind);
    add(
        "bring the embedded lab up",
        packages.isEmpty(),
        "apt-get install " + String.join(" ", packages));
  }

  private void lab(LoadedLab loaded) throws IOException {
    try (LocalShell shell = LocalShell.open(NetNamespace.CURRENT, "doctor")) {
      Links links = new Links(shell, "doctor");
      Set<String> nics = new TreeSet<>();
      loaded.lab().uplinks().forEach(each -> nics.add(each.nic()));
      loaded.lab().upstream().ifPresent(each -> nics.add(each.nic()));
      for (String nic : nics) {
        nic(links, nic);
      }
    }
    add(
        "prove absence by a fence (an upstream NIC)",
        loaded.lab().upstream().isPresent(),
        "give the lab file 'upstream: {nic: NIC}'; without it stated time-outs are used");
    for (SwitchAccess each : loaded.lab().switches()) {
      reach(loaded, each);
    }
  }

  private void nic(Links links, String nic) {
    try {
      LinkFacts facts = links.facts(nic);
      add("use NIC " + nic + " (up)", facts.up(), "ip link set dev " + nic + " up");
      add("use NIC " + nic + " (carrier)", facts.carrier(), "plug its cable in");
      add(
          "use NIC " + nic + " (nobody makes it promiscuous)",
          facts.promiscuity() == 0,
          "promiscuity is %d: end other captures and bridges on it".formatted(facts.promiscuity()));
    } catch (IOException absent) {
      add("use NIC " + nic, false, String.valueOf(absent.getMessage()));
    }
  }

  private void reach(LoadedLab loaded, SwitchAccess access) {
    Secrets secrets = new Secrets();
    try (Transcript transcript = Transcript.unwritten(secrets);
        SwitchSession session =
            SwitchSession.open(access, loaded.profileOf(access), Reach.HERE, transcript, secrets)) {
      for (Lab.Uplink each : loaded.lab().uplinks()) {
        if (each.switchName().equals(access.name())) {
          add(
              "read reflective relay of port %s on %s: it is %s"
                  .formatted(each.port(), access.name(), session.show(each.port())),
              true,
              "");
        }
      }
    } catch (IOException away) {
      add("speak to switch " + access.name(), false, String.valueOf(away.getMessage()));
    }
  }
}
