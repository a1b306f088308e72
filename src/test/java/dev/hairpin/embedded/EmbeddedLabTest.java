package dev.hairpin.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hairpin.lab.RunDirectory;
import dev.hairpin.lab.StateRoot;
import dev.hairpin.linux.LocalShell;
import dev.hairpin.linux.NetNamespace;
import dev.hairpin.linux.Shell;
import dev.hairpin.switches.SwitchAccess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snmp4j.smi.OctetString;

/** The switch in the box, spoken to as a user would. */
final class EmbeddedLabTest {
  private static final String IF_NAME = "1.3.6.1.2.1.31.1.1.1.1";
  private static final String BRIDGE = "1.3.6.1.2.1.17";
  private static final String RELAY = "1.3.6.1.4.1.8072.9999.9999.48.1.1.2";

  @TempDir static Path folder;
  private static RunDirectory run;
  private static EmbeddedLab box;
  private static ReachableLab lab;

  @BeforeAll
  static void up() throws Exception {
    run = RunDirectory.create(new StateRoot(folder.resolve("state")));
    box = EmbeddedLab.up(run, EmbeddedOptions.DEFAULT);
    lab = box.reachable();
  }

  @AfterAll
  static void down() throws Exception {
    box.down();
    run.close();
  }

  private static String inSwitch(String command) throws Exception {
    try (Shell shell = LocalShell.open(lab.switchNamespace(), box.id())) {
      return shell.run(command).require().strip();
    }
  }

  @Test
  void sshSetsAndShowsThePort() throws Exception {
    assertThat(SshTalk.run(lab, folder, "bridge link set dev swp3 hairpin on").require()).isEmpty();
    assertThat(SshTalk.run(lab, folder, "bridge -d link show dev swp3").require())
        .contains("hairpin on", "state forwarding");
    assertThat(inSwitch("cat /sys/class/net/swp3/brport/hairpin_mode")).isEqualTo("1");
  }

  @Test
  void aLoginLeavesTheMachinesOwnFilesAlone() throws Exception {
    List<Path> files =
        Stream.of("/etc/shadow", "/var/log/wtmp", "/var/log/lastlog", "/var/log/btmp")
            .map(Path::of)
            .filter(Files::exists)
            .toList();
    List<Object> before = times(files);
    assertThat(SshTalk.run(lab, folder, "echo $HOME; cat /etc/shadow").require().lines())
        .containsExactly(
            lab.values().get("private-key").replace("user-key", "home"),
            "root:*:20000:0:99999:7:::");
    assertThat(SshTalk.run(lab, folder, "-tt", "tty").require()).contains("/dev/pts/");
    assertThat(times(files)).isEqualTo(before);
  }

  private static List<Object> times(List<Path> files) throws IOException {
    List<Object> times = new ArrayList<>();
    for (Path file : files) {
      times.add(Files.getLastModifiedTime(file));
    }
    return times;
  }

  @Test
  void theHostKeyIsTheOneThatTheLabFileNames() throws Exception {
    Map<String, String> values = lab.values();
    try (Shell shell = LocalShell.open(lab.managementNamespace(), box.id())) {
      String scanned =
          shell.run("ssh-keyscan -t ed25519 192.0.2.2 2>/dev/null | ssh-keygen -l -f -").require();
      assertThat(scanned).contains(values.get("host-key"));
    }
    assertThat(values)
        .containsEntry("control", "ssh")
        .containsEntry("lab", "embedded")
        .containsEntry("address", "192.0.2.2");
    for (String secret : new String[] {"private-key", "authentication-file", "privacy-file"}) {
      assertThat(Files.getPosixFilePermissions(Path.of(values.get(secret))))
          .as(secret)
          .containsExactlyInAnyOrderElementsOf(
              java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));
    }
  }

  @Test
  void snmpNamesThePortsOfTheSwitch() throws Exception {
    try (SnmpTalk agent = SnmpTalk.open(lab.managementNamespace(), lab.values())) {
      Map<String, String> names = agent.column(IF_NAME);
      assertThat(names.values()).contains("swp1", "swp2", "swp3", "br0", "mgmt0");
      Map<String, String> indexes = agent.column(BRIDGE + ".1.4.1.2");
      assertThat(indexes.keySet()).containsExactly("1", "2", "3");
      assertThat(names.get(indexes.get("1"))).isEqualTo("swp1");
      assertThat(names.get(indexes.get("2"))).isEqualTo("swp2");
      assertThat(agent.get(BRIDGE + ".1.2.0")).isEqualTo("3");
      assertThat(agent.mac(BRIDGE + ".1.1.0"))
          .isEqualTo(inSwitch("cat /sys/class/net/br0/address"));
      assertThat(agent.column(BRIDGE + ".2.15.1.3").values()).containsExactly("5", "5", "5");
      assertThat(agent.get("1.3.6.1.2.1.1.1.0")).startsWith("Linux ");
      assertThat(agent.get("1.3.6.1.2.1.1.5.0")).isEqualTo("hp-" + box.id() + "-sw");
    }
  }

  @Test
  void snmpShowsWhereAStationWasLearned() throws Exception {
    String mac = "02:48:50:00:00:77";
    inSwitch("bridge fdb replace " + mac + " dev swp2 master dynamic");
    try (SnmpTalk agent = SnmpTalk.open(lab.managementNamespace(), lab.values())) {
      String row = "2.72.80.0.0.119";
      assertThat(agent.mac(BRIDGE + ".4.3.1.1." + row)).isEqualTo(mac);
      assertThat(agent.get(BRIDGE + ".4.3.1.2." + row)).isEqualTo("2");
      assertThat(agent.get(BRIDGE + ".4.3.1.3." + row)).isEqualTo("3");
      assertThat(agent.column(BRIDGE + ".4.3.1.2")).containsEntry(row, "2");
    }
  }

  @Test
  void snmpSetsTheRelayAndReadsItBackAtOnce() throws Exception {
    try (SnmpTalk agent = SnmpTalk.open(lab.managementNamespace(), lab.values())) {
      for (int round = 0; round < 3; round++) {
        assertThat(agent.set(RELAY + ".1", 1)).isEqualTo("Success");
        assertThat(agent.get(RELAY + ".1")).isEqualTo("1");
        assertThat(inSwitch("cat /sys/class/net/swp1/brport/hairpin_mode")).isEqualTo("1");
        assertThat(agent.set(RELAY + ".1", 2)).isEqualTo("Success");
        assertThat(agent.get(RELAY + ".1")).isEqualTo("2");
        assertThat(inSwitch("cat /sys/class/net/swp1/brport/hairpin_mode")).isEqualTo("0");
      }
    }
  }

  /** The agent's own answers leave by mgmt0: its counter has them when it is asked again. */
  @Test
  void snmpCountsWhatHasPassedUpToNow() throws Exception {
    try (SnmpTalk agent = SnmpTalk.open(lab.managementNamespace(), lab.values())) {
      String index = inSwitch("cat /sys/class/net/mgmt0/ifindex");
      String octetsOut = "1.3.6.1.2.1.31.1.1.1.10." + index;
      long last = Long.parseLong(agent.get(octetsOut));
      for (int round = 0; round < 5; round++) {
        long next = Long.parseLong(agent.get(octetsOut));
        assertThat(next).isGreaterThan(last);
        last = next;
      }
    }
  }

  @Test
  void snmpRefusesWhatMakesNoSense() throws Exception {
    try (SnmpTalk agent = SnmpTalk.open(lab.managementNamespace(), lab.values())) {
      assertThat(agent.set(RELAY + ".2", 3)).isEqualTo("Wrong value");
      assertThat(agent.set(RELAY + ".2", new OctetString("on"))).isEqualTo("Wrong type");
      assertThat(agent.set(RELAY + ".9", 1)).isEqualTo("Not writable");
      assertThat(agent.set(BRIDGE + ".1.2.0", 1)).isEqualTo("No access");
      assertThat(agent.get(RELAY + ".9")).isEqualTo("noSuchInstance");
      assertThat(agent.get(RELAY + ".2")).isEqualTo("2");
    }
  }

  @Test
  void snmpAnswersWhileOtherNamespacesComeAndGo() throws Exception {
    Thread others = new Thread(EmbeddedLabTest::churn, "churn");
    others.start();
    try (SnmpTalk agent = SnmpTalk.open(lab.managementNamespace(), lab.values())) {
      while (others.isAlive()) {
        assertThat(agent.column(BRIDGE + ".1.4.1.2")).hasSize(3);
      }
    }
    others.join();
  }

  private static void churn() {
    try (Shell shell = LocalShell.open(NetNamespace.CURRENT, box.id())) {
      shell.run(
          "for each in $(seq 60); do ip netns add hpt-embedded-$each; ip netns del hpt-embedded-$each; done");
    } catch (IOException failure) {
      throw new java.io.UncheckedIOException(failure);
    }
  }

  @Test
  void twoLabsAtOnceDoNotTouchEachOther() throws Exception {
    try (RunDirectory otherRun = RunDirectory.create(run.root());
        EmbeddedLab otherBox =
            EmbeddedLab.up(
                otherRun,
                EmbeddedOptions.of(SwitchKind.LINUX_BRIDGE, SwitchAccess.Control.SNMP, false))) {
      ReachableLab other = otherBox.reachable();
      assertThat(other.values().get("host-key")).isNotEqualTo(lab.values().get("host-key"));
      assertThat(other.values().get("lab")).isEqualTo("embedded-snmp");
      try (SnmpTalk agent = SnmpTalk.open(other.managementNamespace(), other.values())) {
        assertThat(agent.set(RELAY + ".2", 1)).isEqualTo("Success");
      }
      assertThat(inSwitch("cat /sys/class/net/swp2/brport/hairpin_mode")).isEqualTo("0");
      assertThat(EmbeddedLab.list(run.root()))
          .extracting(ListedLab::id, ListedLab::state)
          .contains(
              org.assertj.core.groups.Tuple.tuple(box.id(), ListedLab.State.IN_USE),
              org.assertj.core.groups.Tuple.tuple(otherBox.id(), ListedLab.State.IN_USE));
      otherBox.down();
      assertThat(other.switchNamespace().exists()).isFalse();
    }
    assertThat(SshTalk.run(lab, folder, "echo still here").require().strip())
        .isEqualTo("still here");
  }

  @Test
  void aLabInUseIsNotTakenDownByAnother() {
    assertThatThrownBy(
            () -> EmbeddedLab.down(run.root(), box.id(), dev.hairpin.lab.RelayRestorer.NONE))
        .hasMessageContaining("process " + ProcessHandle.current().pid());
    assertThatThrownBy(
            () -> EmbeddedLab.down(run.root(), "nonesuch", dev.hairpin.lab.RelayRestorer.NONE))
        .hasMessageContaining("no embedded lab 'nonesuch'")
        .hasMessageContaining(box.id());
  }

  @Test
  void theHostsNicsCarryFramesAtOnce() throws Exception {
    assertThat(NetNamespace.named("hp-" + box.id() + "-host")).isEqualTo(lab.hostNamespace());
    try (Shell shell = LocalShell.open(lab.hostNamespace(), box.id())) {
      assertThat(shell.run("cat /sys/class/net/eth[34]/carrier").require().lines())
          .containsExactly("1", "1");
    }
  }
}
