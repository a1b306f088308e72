package dev.hairpin.switches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hairpin.wire.MacAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class SnmpSessionTest {
  @TempDir private static Path folder;
  private static NetSnmpAgent agent;

  private static final Patience SHORT =
      new Patience(
          Duration.ofSeconds(1),
          Duration.ofSeconds(1),
          Duration.ofSeconds(1),
          Duration.ofSeconds(1),
          Duration.ofMillis(700),
          1,
          Duration.ofMillis(500));

  /** Enough for a machine that is busy with other tests. */
  private static final Patience LONG =
      new Patience(
          Duration.ofSeconds(5),
          Duration.ofSeconds(5),
          Duration.ofSeconds(5),
          Duration.ofSeconds(5),
          Duration.ofSeconds(5),
          1,
          Duration.ofSeconds(10));

  private Patience patience = LONG;
  private final Secrets secrets =
      new Secrets(
          Map.of(
              "AUTH", "authpass-1",
              "PRIV", "privpass-1",
              "READ_AUTH", "readers-pass",
              "READ_PRIV", "readers-secret",
              "WRONG", "wrong-pass-1",
              "TINY", "tiny",
              "WRITE", "writes-it",
              "READ", "reads-it"));
  private final Transcript transcript = Transcript.unwritten(secrets);
  private final Excerpt said = transcript.follow("tor1");

  @BeforeAll
  static void start() {
    agent = new NetSnmpAgent(folder);
  }

  @AfterAll
  static void stop() {
    agent.close();
  }

  private static Secret env(String name) {
    return new Secret(Secret.Kind.ENVIRONMENT, name);
  }

  private static SwitchAccess.Snmp v3(
      String user, String auth, String authSecret, String priv, String privSecret) {
    return new SwitchAccess.Snmp(
        agent.port(),
        3,
        Optional.of(user),
        Optional.ofNullable(auth).map(name -> new SwitchAccess.Protocol(name, env(authSecret))),
        Optional.ofNullable(priv).map(name -> new SwitchAccess.Protocol(name, env(privSecret))),
        Optional.empty());
  }

  private static SwitchAccess.Snmp qa() {
    return v3("qa", "SHA-256", "AUTH", "AES-128", "PRIV");
  }

  private static SwitchAccess.Snmp v2c(int port, String community) {
    return new SwitchAccess.Snmp(
        port, 2, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(env(community)));
  }

  private static Profile.RelaySnmp relay(String suffix, String on) {
    String oid = NetSnmpAgent.RELAY + suffix;
    return new Profile.RelaySnmp(
        List.of(new Profile.SnmpSet(oid, "integer", on)),
        List.of(new Profile.SnmpSet(oid, "integer", "2")),
        new Profile.SnmpShow(NetSnmpAgent.RELAY + ".{port-index}", "1"));
  }

  private SwitchSession open(SwitchAccess.Snmp snmp, Profile.RelaySnmp relay)
      throws SwitchException {
    SwitchAccess access =
        new SwitchAccess(
            "tor1",
            "by-snmp",
            "127.0.0.1",
            SwitchAccess.Control.SNMP,
            Optional.empty(),
            Optional.of(snmp));
    return SwitchSession.open(
        access, TestProfiles.snmp(relay), Reach.HERE, transcript, secrets, patience);
  }

  private SwitchSession open(SwitchAccess.Snmp snmp) throws SwitchException {
    return open(snmp, relay(".{port-index}", "1"));
  }

  private static void switchesOnAndOff(SwitchSession session) throws SwitchException {
    assertThat(session.set("lo", RelayState.ON).found()).isEqualTo(RelayState.ON);
    assertThat(session.show("lo")).isEqualTo(RelayState.ON);
    assertThat(session.set("lo", RelayState.OFF).found()).isEqualTo(RelayState.OFF);
  }

  @Test
  void tellsTheAgentsEngine() throws Exception {
    try (SwitchSession session = open(qa());
        SwitchSession old = open(v2c(agent.port(), "WRITE"))) {
      SnmpEngine engine = session.snmpEngine().orElseThrow();
      assertThat(engine.id()).matches("80[0-9a-f]{8,62}");
      assertThat(engine.boots()).isBetween(1, SnmpEngine.LAST_BOOT - 1);
      assertThat(old.snmpEngine()).isEmpty();
    }
  }

  @Test
  void v3WithPrivacy() throws Exception {
    try (SwitchSession session = open(qa())) {
      switchesOnAndOff(session);
    }
    assertThat(said.entries())
        .extracting(Transcript.Entry::text)
        .contains("SET " + NetSnmpAgent.RELAY + ".7 = 1")
        .noneMatch(line -> line.contains("authpass-1") || line.contains("privpass-1"));
  }

  @Test
  void v2c() throws Exception {
    try (SwitchSession session = open(v2c(agent.port(), "WRITE"))) {
      switchesOnAndOff(session);
    }
  }

  @Test
  void v3WithoutAnySecurity() throws Exception {
    try (SwitchSession session = open(v3("plain", null, "", null, ""))) {
      switchesOnAndOff(session);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "MD5,DES",
    "MD5,AES-128",
    "SHA-1,DES",
    "SHA-1,AES-128",
    "SHA-224,AES-128",
    "SHA-384,AES-128",
    "SHA-512,AES-128",
    "SHA-1,AES-192",
    "SHA-224,AES-192",
    "SHA-384,AES-256",
    "SHA-512,AES-256",
    "MD5,AES-256",
    "SHA-512,none"
  })
  void everyProtocol(String auth, String priv) throws Exception {
    String secrecy = priv.equals("none") ? "AES" : priv.replace("AES-128", "AES");
    String user = (auth + secrecy).replace("-", "");
    try (SwitchSession session =
        open(v3(user, auth, "AUTH", priv.equals("none") ? null : priv, "PRIV"))) {
      assertThat(session.show("lo")).isNotNull();
    }
  }

  @Test
  void twoUsersBesideEachOther() throws Exception {
    try (SwitchSession one = open(qa());
        SwitchSession other = open(v3("MD5DES", "MD5", "AUTH", "DES", "PRIV"))) {
      switchesOnAndOff(one);
      switchesOnAndOff(other);
      switchesOnAndOff(one);
    }
  }

  @Test
  void aClosedSessionStaysClosed() throws Exception {
    SwitchSession session = open(qa());
    session.close();
    assertThatThrownBy(() -> session.show("lo"))
        .isInstanceOf(SwitchUnreachableException.class)
        .hasMessageContaining("closed");
  }

  @Test
  void whoItIs() throws Exception {
    try (SwitchSession session = open(qa())) {
      Identity identity = session.identify();
      assertThat(identity.systemName()).contains("tor1");
      assertThat(identity.objectId()).contains("1.3.6.1.4.1.8072.3.2.10");
      assertThat(identity.fit()).isEqualTo(Identity.Fit.FITS);
      assertThat(identity.prompt()).isEmpty();
    }
  }

  @Test
  void aPortsNumbersAndCounters() throws Exception {
    try (SwitchSession session = open(qa())) {
      PortFacts facts = session.portFacts("lo");
      assertThat(facts.ifIndex()).isEqualTo(1);
      assertThat(facts.name()).isEqualTo("lo");
      assertThat(facts.operState()).isEqualTo("up");
      assertThat(facts.mtu()).hasValue(65536);
      assertThat(facts.out().frames()).isPositive();
      assertThatThrownBy(() -> session.portFacts("lol"))
          .isInstanceOf(SwitchRefusedException.class)
          .hasMessageContaining("no such port")
          .hasMessageContaining("lo");
    }
  }

  @Test
  void whereAnAddressIsLearned() throws Exception {
    try (SwitchSession session = open(qa())) {
      MacAddress mac = MacAddress.parse("02:48:50:00:00:01");
      assertThat(session.learnedOn(mac)).contains(new LearnedMac(mac, "lo", 7, 1, "learned"));
      assertThat(session.learnedOn(MacAddress.parse("02:48:50:00:00:02"))).isEmpty();
      assertThat(session.learnedOn(MacAddress.parse("02:48:50:00:00:03"))).isEmpty();
    }
  }

  @Test
  void whatIsNotInViewIsNotTheSameAsNothing() throws Exception {
    try (SwitchSession session =
        open(v3("reader", "SHA-256", "READ_AUTH", "AES-128", "READ_PRIV"))) {
      assertThat(session.identify().systemName()).contains("tor1");
      assertThatThrownBy(() -> session.learnedOn(MacAddress.parse("02:48:50:00:00:01")))
          .isInstanceOf(NotInViewException.class)
          .hasMessageContaining("view");
      assertThatThrownBy(() -> session.show("lo")).isInstanceOf(NotInViewException.class);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "nobody,SHA-256,AUTH,AES-128,PRIV,unknownUserNames",
    "qa,SHA-256,WRONG,AES-128,PRIV,wrongDigests",
    "qa,SHA-1,AUTH,AES-128,PRIV,wrongDigests",
    "plain,SHA-256,AUTH,AES-128,PRIV,unsupportedSecLevels"
  })
  void aWrongUserIsNamed(
      String user, String auth, String authSecret, String priv, String privSecret, String word) {
    assertThatThrownBy(() -> open(v3(user, auth, authSecret, priv, privSecret)))
        .isInstanceOf(AuthenticationFailedException.class)
        .hasMessageContaining(word)
        .hasMessageContaining("switch tor1 (127.0.0.1, SNMP port " + agent.port() + ")");
  }

  @Test
  void aWrongPrivacyPasswordIsGuessedAtLeast() {
    patience = SHORT;
    assertThatThrownBy(() -> open(v3("qa", "SHA-256", "AUTH", "AES-128", "WRONG")))
        .isInstanceOf(SwitchUnreachableException.class)
        .hasMessageContaining("privacy password");
  }

  @Test
  void aPasswordThatIsTooShort() {
    assertThatThrownBy(() -> open(v3("qa", "SHA-256", "TINY", "AES-128", "PRIV")))
        .isInstanceOf(NotConfiguredException.class)
        .hasMessageContaining("shorter than 8");
  }

  @Test
  void aWrongCommunityAndADeadPort() {
    patience = SHORT;
    assertThatThrownBy(() -> open(v2c(agent.port(), "WRONG")))
        .isInstanceOf(SwitchUnreachableException.class)
        .hasMessageContaining("asked 2 times, 0.7 s each")
        .hasMessageContaining("community");
    assertThatThrownBy(
            () ->
                open(
                    new SwitchAccess.Snmp(
                        NetSnmpAgent.freeUdpPort(),
                        3,
                        Optional.of("qa"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())))
        .isInstanceOf(SwitchUnreachableException.class)
        .hasMessageContaining("Check address and port");
  }

  @ParameterizedTest
  @CsvSource({
    ".{port-index},5,wrongValue",
    ".8,1,inconsistentValue",
    ".9,1,notWritable",
  })
  void aSetThatIsRefused(String suffix, String value, String word) throws Exception {
    try (SwitchSession session = open(qa(), relay(suffix, value))) {
      assertThatThrownBy(() -> session.set("lo", RelayState.ON))
          .isInstanceOfSatisfying(
              SwitchRefusedException.class, no -> assertThat(no.answer()).startsWith(word))
          .hasMessageContaining("tor1");
    }
  }

  @Test
  void aUserWhoMayOnlyRead() throws Exception {
    try (SwitchSession session = open(v2c(agent.port(), "READ"))) {
      assertThatThrownBy(() -> session.set("lo", RelayState.ON))
          .isInstanceOfSatisfying(
              SwitchRefusedException.class, no -> assertThat(no.answer()).startsWith("noAccess"))
          .hasMessageContaining("write view");
    }
  }

  @Test
  void anObjectThatIsNotThere() throws Exception {
    Profile.RelaySnmp none =
        new Profile.RelaySnmp(
            List.of(), List.of(), new Profile.SnmpShow("1.3.6.1.4.1.26543.9.{if-index}", "1"));
    try (SwitchSession session = open(qa(), none)) {
      assertThatThrownBy(() -> session.show("lo"))
          .isInstanceOf(NotInViewException.class)
          .hasMessageContaining("1.3.6.1.4.1.26543.9.1");
    }
  }

  @Test
  void aLostSetIsSentAgainOnlyAfterReading() throws Exception {
    patience = SHORT;
    try (LossyUdp way = new LossyUdp(agent.port());
        SwitchSession session = open(v2c(way.port(), "WRITE"))) {
      session.set("lo", RelayState.OFF);
      way.requests.clear();
      way.loseSets.set(1);
      assertThat(session.set("lo", RelayState.ON).agrees()).isTrue();
      assertThat(way.requests.stream().filter(tag -> tag == 0xA3)).hasSize(2);
      int first = way.requests.indexOf(0xA3);
      assertThat(way.requests.get(first + 1)).as("what follows the lost SET").isEqualTo(0xA0);
    }
  }

  @Test
  void aSetWhoseAnswerIsLostIsNotSentAgain() throws Exception {
    patience = SHORT;
    try (LossyUdp way = new LossyUdp(agent.port());
        SwitchSession session = open(v2c(way.port(), "WRITE"))) {
      session.set("lo", RelayState.OFF);
      way.requests.clear();
      way.loseAnswersToSets.set(1);
      assertThat(session.set("lo", RelayState.ON).agrees()).isTrue();
      assertThat(way.requests.stream().filter(tag -> tag == 0xA3)).hasSize(1);
    }
  }

  @Test
  void anAgentThatDiesIsInconclusiveAndGetsNoSecondSet() throws Exception {
    patience = SHORT;
    try (LossyUdp way = new LossyUdp(agent.port());
        SwitchSession session = open(v2c(way.port(), "WRITE"))) {
      session.set("lo", RelayState.OFF);
      way.requests.clear();
      way.loseSets.set(9);
      way.loseAnswersToSets.set(9);
      assertThatThrownBy(() -> session.set("lo", RelayState.ON))
          .isInstanceOf(SwitchUnreachableException.class)
          .hasMessageContaining("no answer to 'SET");
      way.loseAll.set(1);
      assertThatThrownBy(() -> session.show("lo"))
          .isInstanceOf(SwitchUnreachableException.class)
          .hasMessageContaining("It answered before");
    }
  }
}
