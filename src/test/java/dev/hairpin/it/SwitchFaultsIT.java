package dev.hairpin.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lab file, a NIC or a switch that is not as it should be decides nothing, and says why. */
final class SwitchFaultsIT {
  /** Checks that want the port to reflect, one after another. */
  private static final String BARE_VEPA = "@vepa and not @guest";

  @TempDir Path folder;
  private FaultsHarness harness;
  private RealLab lab;

  @BeforeEach
  void prepare() throws Exception {
    harness = new FaultsHarness(folder);
    lab = RealLab.up(folder);
  }

  @AfterEach
  void down() throws Exception {
    lab.close();
  }

  private List<String> run(String yaml, String... more) throws Exception {
    List<String> arguments = new ArrayList<>(List.of("--lab", lab.file(yaml).toString()));
    arguments.addAll(Arrays.asList(more));
    return FaultsHarness.in(
        lab.host(), FaultsHarness.run(harness.out(), arguments.toArray(String[]::new)));
  }

  private Program undecided(String yaml) throws Exception {
    return undecided(yaml, lab.secrets());
  }

  private Program undecided(String yaml, Map<String, String> secrets) throws Exception {
    Program program = harness.ended(run(yaml), secrets).exits(3);
    assertThat(program.stdout())
        .contains("38 checks: 38 inconclusive; exit 3")
        .doesNotContain("FAILED");
    assertThat(harness.left(program)).isEmpty();
    assertThat(lab.strangers()).isEmpty();
    assertThat(lab.reflects()).isFalse();
    return program;
  }

  @Test
  void aSwitchThatDoesNotAnswer() throws Exception {
    lab.stopSshd();
    undecided(lab.yaml()).saysOnce("tor1", "192.0.2.2");
  }

  @Test
  void aWrongPassword() throws Exception {
    undecided(lab.yaml(), Map.of("TOR1_PASSWORD", "second-light"))
        .saysOnce("tor1", "192.0.2.2", "password", "root");
    assertThat(Files.readString(harness.out().resolve("transcript.log")))
        .doesNotContain("second-light");
  }

  @Test
  void aWrongHostKeyStopsEverythingBeforeAPasswordIsSent() throws Exception {
    String key = lab.hostKey();
    String wrong = key.substring(0, key.length() - 1) + (key.endsWith("A") ? "B" : "A");
    undecided(lab.yaml().replace(key, wrong)).saysOnce("tor1", "host key", key, wrong);
    assertThat(lab.log()).doesNotContain("password for root").contains("Could not verify");
  }

  @Test
  void aNicThatDoesNotExist() throws Exception {
    undecided(lab.yaml().replace("nic: eth3", "nic: eth7")).saysOnce("eth7", "eth3", "eth4");
  }

  @Test
  void aNicThatIsDown() throws Exception {
    lab.inHost("ip link set eth3 down");
    undecided(lab.yaml()).saysOnce("eth3 is down", "ip link set dev eth3 up");
  }

  @Test
  void aSessionCutInTheMiddleIsOpenedAgain() throws Exception {
    Program program = harness.start(run(lab.yaml(), "--tags", BARE_VEPA), lab.secrets());
    program.until("the port reflects, for the run told it to", lab::reflects);
    program.signal("STOP");
    assertThat(lab.cutSessions()).isPositive();
    program.signal("CONT");
    program.exits(0);
    assertThat(Files.readAllLines(harness.out().resolve("transcript.log")))
        .filteredOn(each -> each.contains("logging in as root by password"))
        .hasSize(2);
    assertThat(harness.left(program)).isEmpty();
    assertThat(lab.reflects()).isFalse();
  }

  @Test
  void aPortThatAnotherRunHasIsLeftToIt() throws Exception {
    Program first = harness.start(run(lab.yaml(), "--tags", BARE_VEPA), lab.secrets());
    first.until("the port reflects, for the run told it to", lab::reflects);
    first.stopOutsideTheStateLock();
    Program second;
    Program byHand;
    try {
      byHand =
          harness.ended(
              FaultsHarness.in(
                  lab.host(),
                  FaultsHarness.hairpin(
                      "switch",
                      "off",
                      "--lab",
                      lab.file(lab.yaml()).toString(),
                      "--uplink",
                      "tor1")),
              lab.secrets());
      assertThat(lab.reflects()).as("the run's port").isTrue();
      second =
          harness.ended(
              FaultsHarness.in(
                  lab.host(),
                  FaultsHarness.run(
                      folder.resolve("second"), "--lab", lab.file(lab.yaml()).toString())),
              lab.secrets());
    } finally {
      first.signal("CONT");
    }
    assertThat(byHand.exits(3).stderr())
        .contains("waiting up to 10 s", "swp1", "is in use by run " + first.runId());
    assertThat(second.exits(3).stderr())
        .contains("waiting up to 10 s", "swp1", "is in use by run " + first.runId());
    // Stopped for as long as the others waited, it may have missed a deadline of its own.
    assertThat(first.exit()).as(first.stderr()).isIn(0, 3);
    assertThat(harness.left(first)).isEmpty();
    assertThat(lab.reflects()).isFalse();
  }
}
