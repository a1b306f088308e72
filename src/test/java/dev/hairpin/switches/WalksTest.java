package dev.hairpin.switches;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each system says of itself, written from documents, points to its profile. */
@Timeout(60)
class WalksTest {
  private static final Path WALKS = Path.of("src/test/resources/dev/hairpin/switches/walks");
  private static final Path PROFILES = Path.of("switch-profiles");

  private final Secrets secrets = new Secrets(Map.of("COMMUNITY", "public"));
  private final Transcript transcript = Transcript.unwritten(secrets);

  private static List<Profile> profiles() throws Exception {
    List<Profile> all = new ArrayList<>();
    for (Path each : ProfileFolders.of(List.of(PROFILES)).all().values()) {
      all.add(ProfileReader.read(each));
    }
    return all;
  }

  private SwitchSession open(WalkAgent agent) throws SwitchException {
    String oid = "1.3.6.1.4.1.99999.5.{if-index}";
    return SwitchSession.open(
        new SwitchAccess(
            "tor1",
            "any",
            "127.0.0.1",
            SwitchAccess.Control.SNMP,
            Optional.empty(),
            Optional.of(
                new SwitchAccess.Snmp(
                    agent.port(),
                    2,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(new Secret(Secret.Kind.ENVIRONMENT, "COMMUNITY"))))),
        TestProfiles.snmp(
            new Profile.RelaySnmp(List.of(), List.of(), new Profile.SnmpShow(oid, "1"))),
        Reach.HERE,
        transcript,
        secrets);
  }

  @ParameterizedTest
  @CsvSource({
    "arista-eos,4.28.3M",
    "cisco-nxos,9.3(5)",
    "cisco-iosxe,17.3.3",
    "juniper-junos,17.4R1.16",
    "hpe-comware,7.1.045",
    "huawei-vrp,8.150",
    "lenovo-enos,",
    "cisco-ucs,5.0(3)N2(4.13e)",
    "extreme-exos,16.2.5.4",
    "linux-bridge,6.1.0-18-amd64"
  })
  void pointsToItsOwnProfile(String name, String version) throws Exception {
    try (WalkAgent agent = WalkAgent.of(WALKS.resolve(name + ".snmprec"));
        SwitchSession session = open(agent)) {
      assertThat(session.hardware().version()).isEqualTo(Optional.ofNullable(version));
      List<String> fitting =
          Recognition.among(profiles(), session.identify()).stream()
              .map(Recognition::profile)
              .toList();
      if (Files.exists(PROFILES.resolve(name + ".yaml"))) {
        assertThat(fitting).first().isEqualTo(name);
      } else {
        assertThat(fitting).isEmpty();
      }
    }
  }

  /** A profile that nobody can be pointed to by a walk is one that nobody tried. */
  @Test
  void thereAreProfilesToPointTo() throws Exception {
    assertThat(profiles()).extracting(Profile::name).contains("linux-bridge");
  }

  @Test
  void theLongestPrefixIsBest() throws IOException {
    Identity identity =
        new Identity(
            Optional.of("Acme 7"),
            Optional.of("1.3.6.1.4.1.99999.1.7"),
            Optional.empty(),
            Optional.empty(),
            Identity.Fit.UNKNOWN);
    assertThat(
            Recognition.among(
                List.of(
                    named("wide", "1.3.6.1.4.1.99999", "Acme"),
                    named("near", "1.3.6.1.4.1.99999.1.7", "Acme"),
                    named("other-text", "1.3.6.1.4.1.99999.1.7", "Emca"),
                    named("like-it", "1.3.6.1.4.1.9999", "Acme")),
                identity))
        .extracting(Recognition::profile)
        .containsExactly("near", "wide");
  }

  private static Profile named(String name, String prefix, String text) {
    Profile model =
        TestProfiles.snmp(
            new Profile.RelaySnmp(List.of(), List.of(), new Profile.SnmpShow("1.3.6", "1")));
    return new Profile(
        name,
        model.vendor(),
        model.system(),
        model.standing(),
        model.verifiedOn(),
        model.sources(),
        new Profile.Identify(List.of(prefix), Optional.of(java.util.regex.Pattern.compile(text))),
        model.portName(),
        model.cli(),
        model.relayCli(),
        model.relaySnmp(),
        Optional.empty());
  }
}
