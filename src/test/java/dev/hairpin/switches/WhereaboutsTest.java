package dev.hairpin.switches;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hairpin.switches.LearnedAt.Relation;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A MAC table's names for ports, held against a lab file's by the shipped profiles. */
final class WhereaboutsTest {
  private static final Path FOLDER = Path.of("switch-profiles");

  static Stream<Path> shipped() throws Exception {
    return ProfileFolders.of(java.util.List.of(FOLDER)).all().values().stream();
  }

  @ParameterizedTest
  @CsvSource({
    "hpe-comware, XGE1/0/1, Ten-GigabitEthernet1/0/1, SAME",
    "hpe-comware, Ten-GigabitEthernet1/0/1, Ten-GigabitEthernet1/0/1, SAME",
    "hpe-comware, XGE1/0/1, GigabitEthernet1/0/1, OTHER",
    "hpe-comware, XGE1/0/2, Ten-GigabitEthernet1/0/1, OTHER",
    "hpe-comware, WGE1/0/1, Ten-GigabitEthernet1/0/1, OTHER",
    "hpe-comware, QGE1/0/1, Ten-GigabitEthernet1/0/1, UNCLEAR",
    "hpe-comware, BAGG1, Bridge-Aggregation1, SAME",
    "hpe-comware, BAGG1, Ten-GigabitEthernet1/0/1, PERHAPS_MEMBER",
    "hpe-comware, XGE1/0/1, Bridge-Aggregation1, PERHAPS_MEMBER",
    "hpe-comware, BAGG2, Bridge-Aggregation1, OTHER",
    "hpe-comware-evb, BAGG1, Ten-GigabitEthernet1/0/1, PERHAPS_MEMBER",
    "cisco-iosxe, Gi1/0/1, GigabitEthernet1/0/1, SAME",
    "cisco-iosxe, gi1/0/1, GigabitEthernet1/0/1, SAME",
    "cisco-iosxe, Twe1/0/1, TwentyFiveGigE1/0/1, SAME",
    "cisco-iosxe, Tw1/0/1, TwentyFiveGigE1/0/1, OTHER",
    "cisco-iosxe, Tw1/0/1, TwoGigabitEthernet1/0/1, SAME",
    "cisco-iosxe, Po1, GigabitEthernet1/0/1, PERHAPS_MEMBER",
    "cisco-nxos, Eth1/5, Ethernet1/5, SAME",
    "cisco-nxos, Eth1/6, Ethernet1/5, OTHER",
    "cisco-nxos, Po5, Ethernet1/5, PERHAPS_MEMBER",
    "cisco-nxos, vPC Peer-Link, Ethernet1/5, OTHER",
    "arista-eos, Et7, Ethernet7, SAME",
    "arista-eos, Po7, Ethernet7, PERHAPS_MEMBER",
    "juniper-junos, xe-0/0/51.0, xe-0/0/51, MEMBER",
    "juniper-junos, ae2.0, xe-0/0/51, PERHAPS_MEMBER",
    "juniper-junos, ae2.0, ae2, MEMBER",
    "huawei-vrp, 10GE1/0/1, 10GE1/0/1, SAME",
    "huawei-vrp, Eth-Trunk5, 10GE1/0/1, PERHAPS_MEMBER",
    "linux-bridge, swp2, swp1, OTHER"
  })
  void aNameInTheTable(String profile, String found, String port, Relation relation)
      throws Exception {
    assertThat(
            Whereabouts.relation(
                found, port, ProfileReader.read(FOLDER.resolve(profile + ".yaml"))))
        .isEqualTo(relation);
  }

  /** An abbreviation of a word that no port has would never tell anything. */
  @ParameterizedTest
  @MethodSource("shipped")
  void everyAbbreviationIsOfAPort(Path file) throws Exception {
    Profile profile = ProfileReader.read(file);
    if (!file.endsWith("hpe-comware-evb.yaml")) { // an S-channel of an aggregate isn't spoken to
      assertThat(profile.naming().abbreviations().values())
          .allMatch(
              whole ->
                  Stream.of("1", "1/1", "1/0/1")
                      .anyMatch(each -> profile.acceptsPort(whole + each)));
    }
  }
}
