package dev.hairpin.switches;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The shipped profiles against what documents say that their systems print, and house rules. */
final class ShippedProfilesTest {
  private static final Path FOLDER = Path.of("switch-profiles");
  private static final String OFF_IN_RUNNING =
      "interface X\n   description no relay\n   switchport\n";

  static Stream<Path> all() throws Exception {
    return ProfileFolders.of(List.of(FOLDER)).all().values().stream();
  }

  @ParameterizedTest
  @MethodSource("all")
  void everyOneObeysTheHouseRules(Path file) throws Exception {
    Profile profile = ProfileReader.read(file);
    assertThat(profile.sources()).isNotEmpty();
    assertThat(profile.identify().sysDescr()).isPresent();
    for (String port :
        List.of("a b", "1;reload", "1|x", "$(id)", "1\nreload", "1\"", "'1'", "`id`", "", "-1")) {
      assertThat(profile.acceptsPort(port)).as(port).isFalse();
    }
    profile
        .relayCli()
        .ifPresent(
            relay -> {
              boolean sets = profile.refused().isEmpty();
              assertThat(relay.enable().isEmpty()).isNotEqualTo(sets);
              assertThat(relay.disable().isEmpty()).isNotEqualTo(sets);
              assertThat(relay.show().disabled()).as("an answer must say off").isPresent();
            });
  }

  @org.junit.jupiter.api.Test
  void thePagesExampleIsValid() throws Exception {
    String page = java.nio.file.Files.readString(FOLDER.resolve("README.md"));
    String example = page.substring(page.indexOf("profile: quux"));
    Profile profile = ProfileReader.parse("quux", example.substring(0, example.indexOf("```")));
    CliReadings readings =
        new CliReadings(profile.relayCli().orElseThrow(), CliReadingsTest.dialogue());
    assertThat(readings.state("show", CliReadingsTest.answer("Port 7\n  relay: reflect")))
        .isEqualTo(RelayState.ON);
    assertThat(profile.cli().orElseThrow().prompt().matcher("quux-1(edit-port)# ").find()).isTrue();
  }

  static List<Arguments> samples() {
    return List.of(
        running("arista-eos", "Ethernet1", "   switchport source-interface tx\n"),
        running("cisco-nxos", "Ethernet1/2", "  switchport virtual-ethernet-bridge\n"),
        running("hpe-comware", "Ten-GigabitEthernet1/0/1", " port bridge enable\n"),
        running("huawei-vrp", "10GE1/0/1", " port bridge enable\n"),
        Arguments.of(
            "cisco-iosxe",
            "GigabitEthernet1/0/1",
            "Name: Gi1/0/1\nVepa Enabled: true\nAppliance trust: none\n",
            "Name: Gi1/0/1\nVepa Enabled: false\nAppliance trust: none\n"),
        Arguments.of(
            "juniper-junos",
            "ge-0/0/2",
            "unit 0 {\n    family ethernet-switching {\n        port-mode tagged-access;\n"
                + "        reflective-relay;\n    }\n}\n",
            "unit 0 {\n    family ethernet-switching {\n        port-mode access;\n    }\n}\n"),
        Arguments.of(
            "hpe-comware-evb",
            "Ten-GigabitEthernet1/0/1",
            "S-Ch1/0/1:1 1 2012/12/17 03:43:13 E A 0\n",
            "S-Ch1/0/1:1 1 2012/12/17 03:43:13 D A 0\n"),
        Arguments.of(
            "extreme-exos",
            "1:7",
            "        Reflective Relay:       Enabled\n",
            "        Reflective Relay:       Disabled\n"),
        Arguments.of(
            "open-vswitch",
            "swp1",
            " cookie=0x0, table=0, n_packets=0, in_port=1 actions=IN_PORT,NORMAL\nthat is all\n",
            "that is all\n"),
        Arguments.of(
            "cumulus-linux", "swp1", "    hairpin on guard off\n", "    hairpin off guard off\n"));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void onIsOnAndOffIsOffAndNothingIsNeither(String name, String port, String on, String off)
      throws Exception {
    Profile profile = ProfileReader.read(FOLDER.resolve(name + ".yaml"));
    assertThat(profile.acceptsPort(port)).isTrue();
    CliReadings readings =
        new CliReadings(profile.relayCli().orElseThrow(), CliReadingsTest.dialogue());
    assertThat(readings.state("show", CliReadingsTest.answer(on))).isEqualTo(RelayState.ON);
    assertThat(readings.state("show", CliReadingsTest.answer(off))).isEqualTo(RelayState.OFF);
    for (String nothing : List.of("", "what?\n")) {
      org.assertj.core.api.Assertions.assertThatThrownBy(
              () -> readings.state("show", CliReadingsTest.answer(nothing)))
          .isInstanceOf(SwitchUnreachableException.class);
    }
  }

  private static Arguments running(String name, String port, String line) {
    return Arguments.of(
        name,
        port,
        OFF_IN_RUNNING.replace("X", port) + line,
        OFF_IN_RUNNING.replace("X", port) + " no" + line);
  }
}
