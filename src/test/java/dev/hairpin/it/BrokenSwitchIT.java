package dev.hairpin.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Switches that do not do what they say. Their login has another {@code bridge} command, which
 * keeps what was set in a file; what the real port does is the test's affair. Nothing is blamed on
 * the switch that it does well.
 */
class BrokenSwitchIT {
  /** Every check that sets reflective relay on. */
  private static final String[] SET_ON = {
    "relay-on-takes-effect",
    "relay-off-takes-effect",
    "relay-toggle-endurance",
    "survives-link-flap",
    "vepa-unicast-reflected",
    "vepa-both-directions",
    "vepa-broadcast-once",
    "vepa-multicast-once",
    "vepa-unknown-unicast",
    "vepa-upstream-both-ways",
    "vepa-frame-sizes",
    "vepa-vlan-tag-kept",
    "vepa-ethertypes",
    "vepa-order-kept",
    "vepa-upstream-broadcast-once",
    "vepa-link-local-not-reflected",
    "vepa-visible-to-switch",
    "vepa-fdb-stable",
    "vepa-switch-policy-holds",
    "mixed-modes",
    "bridge-stays-inside",
    "bridge-broadcast-once",
    "private-broadcast-isolated",
    "private-unicast-isolated",
    "host-guest-through-switch"
  };

  /** A readback that follows what was set, on a port that is never touched. */
  private static final String FOLLOWS = "echo \"$6\" >\"$kept\"";

  @TempDir private Path folder;

  @Test
  void neverReflectsThoughItSaysSo() throws Exception {
    Expected expected =
        Expected.honest()
            .withoutGuests()
            .withoutSnmp()
            .but("failed config-untrue", "relay-on-takes-effect", "relay-toggle-endurance")
            .but(
                "failed no-reflection",
                "survives-link-flap",
                "vepa-unicast-reflected",
                "vepa-both-directions",
                "vepa-broadcast-once",
                "vepa-multicast-once",
                "vepa-ethertypes",
                "vepa-switch-policy-holds",
                "host-guest-through-switch")
            .but(
                "failed lost",
                "vepa-frame-sizes",
                "vepa-vlan-tag-kept",
                "vepa-order-kept",
                "mixed-modes")
            .but(
                "passed",
                "private-unicast-isolated",
                "private-broadcast-isolated",
                "vepa-link-local-not-reflected");
    assertOutcomes(FOLLOWS, false, expected);
  }

  @Test
  void alwaysReflectsThoughItSaysOff() throws Exception {
    Expected expected =
        Expected.honest()
            .withoutGuests()
            .withoutSnmp()
            .but(
                "failed config-untrue",
                "relay-off-by-default",
                "relay-off-takes-effect",
                "relay-toggle-endurance")
            .but(
                "failed unwanted-reflection",
                "vepa-off-dropped",
                "mixed-modes",
                "private-broadcast-isolated",
                "private-unicast-isolated")
            .but("failed unexpected-reachability", "host-guest-cut-off");
    assertOutcomes(FOLLOWS, true, expected);
  }

  @Test
  void acceptsWithoutApplying() throws Exception {
    Expected expected =
        Expected.honest().withoutGuests().withoutSnmp().but("failed config-not-applied", SET_ON);
    assertOutcomes(":", false, expected);
  }

  @Test
  void refuses() throws Exception {
    Expected expected =
        Expected.honest().withoutGuests().withoutSnmp().but("failed config-refused", SET_ON);
    assertOutcomes(
        "[ \"$6\" = off ] || { echo 'Error: reflective relay is not licensed.'; exit 1; }",
        false,
        expected);
  }

  /** A login without the right to change anything: nothing was changed, so nothing is left so. */
  @Test
  void refusesToBeSwitchedOffToo() throws Exception {
    Expected expected =
        Expected.honest()
            .withoutGuests()
            .withoutSnmp()
            .but("failed config-refused", SET_ON)
            .but(
                "failed config-refused",
                "vepa-off-dropped",
                "passthru-upstream-both-ways",
                "bridge-upstream-both-ways",
                "private-upstream-both-ways",
                "host-guest-cut-off",
                "host-guest-over-macvlan");
    assertOutcomes("echo 'Error: Operation not permitted.'; exit 1", false, expected);
  }

  /**
   * Runs every check but the guests' on such a switch.
   *
   * @param set what {@code bridge link set dev PORT hairpin STATE} does, as shell; {@code $kept} is
   *     the file that the readback is taken from
   * @param reflects what the real port does all the time
   */
  private void assertOutcomes(String set, boolean reflects, Expected expected) throws Exception {
    Path rackFolder = Files.createDirectory(folder.resolve("rack"));
    try (Rack rack = Rack.build(rackFolder, login(rackFolder, set));
        Hairpin hairpin = Hairpin.in(folder).inside(rack.host())) {
      rack.reallyReflects(reflects);
      Path out = folder.resolve("report");
      String lab = rack.labFile().toString();
      Command.Finished run =
          hairpin
              .run("run", "--lab", lab, "--tags", "not @guest", "--out", out.toString())
              .exits(1);
      RunReport report = RunReport.read(out);
      assertThat(report.outcomes()).isEqualTo(expected.outcomes());
      assertThat(report.results().at("/run/exit").asInt()).isEqualTo(1);
      assertThat(run.out()).contains("exit 1");
      SoundReport.assertThatItIs(report);
      assertThat(Files.readString(rackFolder.resolve("kept")).strip()).isEqualTo("off");
      Leftovers.assertNoStations(rack.host());
      Leftovers.assertNone(report.runId());
      assertThat(hairpin.runsLeft()).isEmpty();
    }
  }

  private static String login(Path rack, String set) throws Exception {
    Path bin = Files.createDirectory(rack.resolve("bin"));
    Path kept = Files.writeString(rack.resolve("kept"), "off\n");
    Path bridge =
        Files.writeString(
            bin.resolve("bridge"),
            """
            #!/bin/sh
            kept=%s
            case "$*" in
              'link set dev swp1 hairpin on' | 'link set dev swp1 hairpin off')
                %s
                ;;
              '-d link show dev swp1')
                echo '2: swp1@if11: <BROADCAST,UP> mtu 1500 master br0 state forwarding'
                echo "    hairpin $(cat "$kept") guard off flood on"
                ;;
              'fdb show' | '-d link show') PATH=${PATH#*:}; exec bridge "$@" ;;
              *) echo "Command \\"$*\\" is unknown"; exit 1 ;;
            esac
            """
                .formatted(kept, set));
    Files.setPosixFilePermissions(bridge, PosixFilePermissions.fromString("rwxr-xr-x"));
    return "PATH=%s:$PATH exec bash --norc --noprofile -i".formatted(bin);
  }
}
