package dev.hairpin.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a switch's forwarding table proves in a lab of one's own that has no upstream. */
class LearningIT {
  @TempDir private Path folder;
  private Hairpin hairpin;
  private String id;
  private Path lab;

  @BeforeEach
  void labIsUp() throws Exception {
    hairpin = Hairpin.in(folder);
    hairpin.run("lab", "up").exits(0);
    id = hairpin.runsLeft().get(0);
    // The management network of the kept lab is in a namespace of its own: a cable into the host's.
    FaultsHarness.sh(
        """
        ip -n hp-%1$s-host link add m0 type veth peer name m0 netns hp-%1$s-sw
        ip -n hp-%1$s-host address add 192.0.2.9/32 dev m0
        ip -n hp-%1$s-host link set m0 up
        ip -n hp-%1$s-sw link set m0 up
        ip -n hp-%1$s-host route add 192.0.2.2/32 dev m0
        ip -n hp-%1$s-sw route add 192.0.2.9/32 dev m0
        """
            .formatted(id));
    Path kept = hairpin.runFolder(id).resolve("lab");
    String hostKey =
        FaultsHarness.sh("ssh-keygen -lf %s/host-key.pub".formatted(kept)).split(" ")[1];
    lab =
        Files.writeString(
            folder.resolve("lab.yaml"),
            """
            lab: no-upstream
            uplinks: [{name: tor1, nic: eth3, switch: tor1, port: swp1}]
            switches:
              - name: tor1
                profile: linux-bridge
                address: 192.0.2.2
                control: ssh
                ssh: {username: root, private-key: %1$s/user-key, host-key: "%2$s"}
                snmp:
                  version: 3
                  username: hairpin
                  authentication: {protocol: SHA-256, password: "file:%1$s/snmp-authentication"}
                  privacy: {protocol: AES-128, password: "file:%1$s/snmp-privacy"}
            """
                .formatted(kept, hostKey));
  }

  @AfterEach
  void labIsDown() throws Exception {
    hairpin.run("lab", "down", id).exits(0);
    hairpin.close();
  }

  @Test
  void isHeldAgainstWhatThePortLetIn() throws Exception {
    RunReport honest = run(0, "@vepa-fdb-stable");
    assertThat(honest.outcomes()).containsEntry("vepa-fdb-stable", "passed");
    assertThat(honest.text("results.json")).contains("this lab has no upstream NIC");

    // 802.1X and the like: the port takes nothing from addresses that nobody admitted.
    FaultsHarness.sh("ip netns exec hp-%s-sw bridge link set dev swp1 locked on".formatted(id));
    RunReport locked = run(3, "@vepa-fdb-stable");
    assertThat(locked.outcomes()).containsEntry("vepa-fdb-stable", "inconclusive");
    assertThat(locked.checks().get(0).get("reason").asText())
        .contains("not learned it at all", "802.1X");
  }

  @Test
  void aTableThatCanBeReadAndLacksThemIsNotSkipped() throws Exception {
    String text = Files.readString(lab);
    Files.writeString(lab, text.substring(0, text.indexOf("    snmp:")));
    assertThat(run(0, "@vepa-fdb-stable").outcomes()).containsEntry("vepa-fdb-stable", "passed");

    // The NIC's own address has been learned and stays; the stations' are new in each run.
    FaultsHarness.sh("ip netns exec hp-%s-sw bridge link set dev swp1 learning off".formatted(id));
    RunReport deaf = run(3, "@vepa-fdb-stable");
    assertThat(deaf.outcomes()).containsEntry("vepa-fdb-stable", "inconclusive");
    assertThat(deaf.checks().get(0).get("reason").asText())
        .contains("can be read", "doesn't have this one");
  }

  @Test
  void whatNeedsAnUpstreamSaysSo() throws Exception {
    RunReport report = run(3, "@load-learning");
    assertThat(report.outcomes()).containsEntry("load-learning", "skipped");
    assertThat(report.checks().get(0).get("reason").asText())
        .contains("needs an upstream, and the lab has none");
  }

  private RunReport run(int exit, String tags) throws Exception {
    Path out = folder.resolve("report-" + exit);
    hairpin
        .inside("hp-%s-host".formatted(id))
        .run("run", "--lab", lab.toString(), "--tags", tags, "--out", out.toString())
        .exits(exit);
    return RunReport.read(out);
  }
}
