package dev.hairpin.run;

import dev.hairpin.linux.LinkFacts;
import dev.hairpin.linux.Links;
import dev.hairpin.linux.Programs;
import dev.hairpin.linux.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Whether a NIC can be tested on, and who else has a hand in it. */
final class NicExam {
  private final Shell shell;
  private final Links links;
  private final Findings findings;

  NicExam(Shell shell, Findings findings) {
    this.shell = shell;
    this.links = new Links(shell, "doctor");
    this.findings = findings;
  }

  /** Examines it; gives what the kernel says of it. */
  Optional<LinkFacts> examine(String nic) throws IOException {
    LinkFacts facts;
    try {
      facts = links.facts(nic);
    } catch (IOException absent) {
      findings.cannot("use NIC " + nic, String.valueOf(absent.getMessage()));
      return Optional.empty();
    }
    String use = "use NIC " + nic;
    findings.add(use + " (up)", facts.up(), "ip link set dev " + nic + " up");
    findings.add(use + " (carrier)", facts.carrier(), "plug its cable in");
    findings.add(
        use + " (no bridge or bond has it)",
        facts.holder().isEmpty(),
        "it is part of %s: ip link set dev %s nomaster".formatted(facts.holder().orElse(""), nic));
    findings.add(
        use + " (nobody makes it promiscuous)",
        facts.promiscuity() == 0,
        "promiscuity is %d: end other captures and bridges on it (ip -d link show dev %s)"
            .formatted(facts.promiscuity(), nic));
    defaultRoute(nic);
    meddlers(nic, facts.index());
    offloads(nic);
    return Optional.of(facts);
  }

  private void defaultRoute(String nic) throws IOException {
    String routes = shell.run("ip -4 route show default; ip -6 route show default").output();
    if (routes.lines().anyMatch(each -> (each + " ").contains(" dev " + nic + " "))) {
      findings.hint(
          "use NIC %s, which carries this machine's default route".formatted(nic),
          "its port's reflective relay is switched on and off: test on a NIC that nothing else needs");
    }
  }

  private void meddlers(String nic, int index) throws IOException {
    if (Files.isDirectory(Path.of("/run/NetworkManager")) && Programs.find("nmcli").isPresent()) {
      String state =
          shell.run("nmcli -g GENERAL.STATE device show " + nic + " 2>/dev/null").output().strip();
      // nm-dbus-interface: 10 is unmanaged.
      if (!state.isEmpty() && !state.startsWith("10 ")) {
        findings.cannot(
            "use NIC %s without NetworkManager's hand in it (state %s)".formatted(nic, state),
            "nmcli device set %s managed no".formatted(nic));
      }
    }
    Path link = Path.of("/run/systemd/netif/links", String.valueOf(index));
    if (Files.isReadable(link)) {
      List<String> lines = Files.readAllLines(link);
      if (lines.stream()
          .anyMatch(each -> each.matches("ADMIN_STATE=(configured|configuring|failed|pending)"))) {
        findings.hint(
            "use NIC %s, which systemd-networkd configures".formatted(nic),
            "a .network file with [Match] Name=%s and [Link] Unmanaged=yes keeps it out"
                .formatted(nic));
      }
    }
  }

  private void offloads(String nic) throws IOException {
    if (Programs.find("ethtool").isEmpty()) {
      findings.hint(
          "use NIC %s; its offloads aren't known".formatted(nic), "apt-get install ethtool");
      return;
    }
    new Offloads(shell.run("ethtool -k " + nic).output()).examine(nic, findings);
  }
}
