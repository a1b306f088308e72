package dev.hairpin.switches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hairpin.switches.LearnedAt.Relation;
import dev.hairpin.wire.MacAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snmp4j.PDU;
import org.snmp4j.security.AuthHMAC192SHA256;
import org.snmp4j.security.AuthSHA;
import org.snmp4j.security.Priv3DES;
import org.snmp4j.security.nonstandard.PrivAES192With3DESKeyExtension;
import org.snmp4j.security.nonstandard.PrivAES256With3DESKeyExtension;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.VariableBinding;

/** Agents that answer badly, and tables that no agent at hand has. */
@Timeout(60)
class BrokenAgentTest {
  private static final MacAddress NIC = MacAddress.parse("02:48:50:00:00:01");
  private static final String NIC_INDEX = "2.72.80.0.0.1";

  private static final String SWITCH =
      """
      1.3.6.1.2.1.1.1.0|4|Acme switch, Version 7.2(3)
      1.3.6.1.2.1.1.2.0|6|1.3.6.1.4.1.99999.1.7
      1.3.6.1.2.1.1.5.0|4|tor1
      1.3.6.1.2.1.2.2.1.2.1|4|GigabitEthernet1/0/1
      1.3.6.1.2.1.2.2.1.2.2|4|GigabitEthernet1/0/2
      1.3.6.1.2.1.2.2.1.2.12|4|GigabitEthernet1/0/12
      1.3.6.1.2.1.2.2.1.2.40|4|Port-channel1
      1.3.6.1.2.1.2.2.1.7.1|2|1
      1.3.6.1.2.1.2.2.1.8.1|2|1
      1.3.6.1.2.1.2.2.1.7.2|2|2
      1.3.6.1.2.1.2.2.1.8.2|2|2
      1.3.6.1.2.1.17.1.4.1.2.5|2|1
      1.3.6.1.2.1.17.1.4.1.2.6|2|2
      1.3.6.1.2.1.17.1.4.1.2.30|2|40
      1.3.6.1.2.1.17.2.15.1.3.5|2|5
      1.3.6.1.2.1.17.2.15.1.3.6|2|2
      1.3.6.1.2.1.17.7.1.4.3.1.2.1|4x|08
      1.3.6.1.2.1.17.7.1.4.3.1.2.120|4x|0c
      1.3.6.1.2.1.17.7.1.4.3.1.4.1|4x|00
      1.3.6.1.2.1.17.7.1.4.3.1.4.120|4x|08
      1.3.6.1.2.1.17.7.1.4.5.1.1.5|66|120
      1.3.6.1.2.1.31.1.1.1.1.1|4|Gi1/0/1
      1.3.6.1.2.1.31.1.1.1.1.2|4|Gi1/0/2
      1.3.6.1.2.1.31.1.1.1.1.12|4|Gi1/0/12
      1.3.6.1.2.1.31.1.1.1.1.40|4|Po1
      1.3.6.1.2.1.31.1.1.1.18.2|4|Gi1/0/9
      1.3.6.1.2.1.31.1.2.1.3.40.2|2|1
      1.3.6.1.2.1.47.1.1.1.1.5.10|2|11
      1.3.6.1.2.1.47.1.1.1.1.5.11|2|3
      1.3.6.1.2.1.47.1.1.1.1.11.11|4|SN-4711
      1.3.6.1.2.1.47.1.1.1.1.13.11|4|AC-48T
      """;

  private static final Patience SHORT =
      new Patience(
          Duration.ofSeconds(1),
          Duration.ofSeconds(1),
          Duration.ofSeconds(1),
          Duration.ofSeconds(1),
          Duration.ofSeconds(2),
          1,
          Duration.ofSeconds(2));

  private final Secrets secrets =
      new Secrets(Map.of("COMMUNITY", "public", "AUTH", "authpass-1", "PRIV", "privpass-1"));
  private final Transcript transcript = Transcript.unwritten(secrets);
  private final WalkAgent agent = WalkAgent.of(SWITCH);

  @AfterEach
  void stop() throws Exception {
    agent.close();
  }

  private static Secret env(String name) {
    return new Secret(Secret.Kind.ENVIRONMENT, name);
  }

  private SwitchSession open() throws SwitchException {
    return open(
        new SwitchAccess.Snmp(
            agent.port(),
            2,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(env("COMMUNITY"))));
  }

  private SwitchSession open(SwitchAccess.Snmp snmp) throws SwitchException {
    SwitchAccess access =
        new SwitchAccess(
            "tor1",
            "acme",
            "127.0.0.1",
            SwitchAccess.Control.SNMP,
            Optional.empty(),
            Optional.of(snmp));
    String oid = "1.3.6.1.4.1.99999.5.{if-index}";
    Profile profile =
        TestProfiles.snmpOn(
            "[A-Za-z-]+[0-9/]+",
            new Profile.RelaySnmp(
                List.of(new Profile.SnmpSet(oid, "integer", "1")),
                List.of(new Profile.SnmpSet(oid, "integer", "2")),
                new Profile.SnmpShow(oid, "1")));
    return SwitchSession.open(access, profile, Reach.HERE, transcript, secrets, SHORT);
  }

  @ParameterizedTest
  @CsvSource({"3DES", "AES-192-C", "AES-256-C"})
  void privacyThatNetSnmpLacks(String protocol) throws Exception {
    OID id =
        switch (protocol) {
          case "3DES" -> Priv3DES.ID;
          case "AES-192-C" -> PrivAES192With3DESKeyExtension.ID;
          default -> PrivAES256With3DESKeyExtension.ID;
        };
    OID auth = protocol.equals("3DES") ? AuthSHA.ID : AuthHMAC192SHA256.ID;
    agent.user("qa", auth, id);
    try (SwitchSession session =
        open(
            new SwitchAccess.Snmp(
                agent.port(),
                3,
                Optional.of("qa"),
                Optional.of(
                    new SwitchAccess.Protocol(
                        protocol.equals("3DES") ? "SHA-1" : "SHA-256", env("AUTH"))),
                Optional.of(new SwitchAccess.Protocol(protocol, env("PRIV"))),
                Optional.empty()))) {
      assertThat(session.identify().systemName()).contains("tor1");
    }
  }

  @Test
  void aGetbulkThatIsRefused() throws Exception {
    agent.does(
        (request, right) ->
            request.getType() == PDU.GETBULK ? WalkAgent.refusal(request, PDU.genErr) : null);
    try (SwitchSession session = open()) {
      assertThat(session.portFacts("Gi1/0/1").ifIndex()).isEqualTo(1);
    }
    assertThat(agent.bulks).hasValue(1);
  }

  @Test
  void aGetbulkThatIsNeverAnswered() throws Exception {
    agent.does((request, right) -> request.getType() == PDU.GETBULK ? WalkAgent.SILENCE : null);
    try (SwitchSession session = open()) {
      assertThat(session.portFacts("Gi1/0/1").ifIndex()).isEqualTo(1);
    }
  }

  @Test
  void aGetbulkThatIsTooBigGetsSmaller() throws Exception {
    agent.does(
        (request, right) ->
            request.getType() == PDU.GETBULK && request.getMaxRepetitions() > 5
                ? WalkAgent.refusal(request, PDU.tooBig)
                : null);
    try (SwitchSession session = open()) {
      assertThat(session.portFacts("Gi1/0/1").ifIndex()).isEqualTo(1);
    }
    assertThat(agent.bulks.get()).isGreaterThan(1);
  }

  @Test
  void aGetThatIsTooBigIsSplit() throws Exception {
    agent.does(
        (request, right) ->
            request.getType() == PDU.GET && request.size() > 3
                ? WalkAgent.refusal(request, PDU.tooBig)
                : null);
    try (SwitchSession session = open()) {
      PortFacts facts = session.portFacts("Gi1/0/1");
      assertThat(facts.adminState()).isEqualTo("up");
      assertThat(facts.name()).isEqualTo("Gi1/0/1");
    }
  }

  @Test
  void aTableThatRunsInCirclesEnds() throws Exception {
    OID first = new OID("1.3.6.1.2.1.31.1.1.1.1.1");
    agent.does(
        (request, right) -> {
          if (request.getType() != PDU.GETBULK && request.getType() != PDU.GETNEXT) {
            return null;
          }
          if (!request.get(0).getOid().startsWith(Oids.IF_NAME)) {
            return null;
          }
          PDU again = WalkAgent.empty(request);
          again.add(new VariableBinding(first, agent.objects.get(first)));
          return again;
        });
    try (SwitchSession session = open()) {
      assertThatThrownBy(() -> session.portFacts("Gi1/0/99"))
          .isInstanceOf(SwitchUnreachableException.class)
          .hasMessageContaining("runs in circles")
          .hasMessageContaining(first.toDottedString());
    }
  }

  @Test
  void otherObjectsThanAskedForAreNoAnswer() throws Exception {
    agent.does(
        (request, right) -> {
          if (request.getType() != PDU.GET || request.size() != 1) {
            return null;
          }
          PDU other = WalkAgent.empty(request);
          other.add(new VariableBinding(new OID("1.3.6.1.9"), right.get(0).getVariable()));
          return other;
        });
    try (SwitchSession session = open()) {
      assertThatThrownBy(() -> session.show("Gi1/0/1"))
          .isInstanceOf(SwitchUnreachableException.class)
          .hasMessageContaining("other objects");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "5,genErr,log",
    "6,noAccess,write view",
    "7,wrongType,'type'",
    "10,wrongValue,'value'",
    "13,resourceUnavailable,log",
    "14,commitFailed,log",
    "16,authorizationError,security level",
    "17,notWritable,allows SETs",
    "2,noSuchName,OID",
    "1,tooBig,message size"
  })
  void everyRefusalHasItsNextStep(int status, String word, String step) throws Exception {
    agent.does(
        (request, right) ->
            request.getType() == PDU.SET ? WalkAgent.refusal(request, status) : null);
    try (SwitchSession session = open()) {
      assertThatThrownBy(() -> session.set("Gi1/0/1", RelayState.ON))
          .isInstanceOfSatisfying(
              SwitchRefusedException.class, no -> assertThat(no.answer()).startsWith(word))
          .hasMessageContaining(step);
    }
  }

  @Test
  void portNamesAsUsersTypeThem() throws Exception {
    try (SwitchSession session = open()) {
      assertThat(session.portFacts("gigabitethernet1/0/1").ifIndex()).isEqualTo(1);
      assertThat(session.portFacts("GI1/0/2").ifIndex()).isEqualTo(2);
      assertThatThrownBy(() -> session.portFacts("Gi1/0/9"))
          .isInstanceOf(SwitchRefusedException.class)
          .hasMessageContaining("no such port");
    }
  }

  @Test
  void aPortsVlansAndSpanningTree() throws Exception {
    try (SwitchSession session = open()) {
      BridgePortFacts facts = session.bridgePortFacts("Gi1/0/1");
      assertThat(facts.pvid()).hasValue(120);
      assertThat(facts.untagged()).containsExactly(120);
      assertThat(facts.tagged()).containsExactly(1);
      assertThat(facts.stpState()).isEqualTo("forwarding");
      assertThat(session.bridgePortFacts("Gi1/0/2").stpState()).isEqualTo("blocking");
      assertThat(session.portFacts("Gi1/0/2").adminState()).isEqualTo("down");
    }
  }

  @Test
  void theChassis() throws Exception {
    try (SwitchSession session = open()) {
      assertThat(session.hardware())
          .isEqualTo(
              new Hardware(Optional.of("AC-48T"), Optional.of("7.2(3)"), Optional.of("SN-4711")));
    }
  }

  private void learn(String rows) {
    synchronized (agent) {
      agent.objects.putAll(WalkAgent.parse(rows));
    }
  }

  @Test
  void learnedInAVlan() throws Exception {
    learn(
        "1.3.6.1.2.1.17.7.1.2.1.1.2.1|66|0\n1.3.6.1.2.1.17.7.1.2.1.1.2.120|66|1\n"
            + "1.3.6.1.2.1.17.7.1.2.2.1.2.120."
            + NIC_INDEX
            + "|2|5\n1.3.6.1.2.1.17.7.1.2.2.1.3.120."
            + NIC_INDEX
            + "|2|3");
    try (SwitchSession session = open()) {
      assertThat(session.learnedAt(NIC, "Gi1/0/1"))
          .containsExactly(new LearnedAt("Gi1/0/1", Relation.SAME, false));
      assertThat(session.learnedAt(NIC, "Gi1/0/2"))
          .containsExactly(new LearnedAt("Gi1/0/1", Relation.OTHER, false));
    }
  }

  @Test
  void learnedInADatabaseThatNoListHas() throws Exception {
    learn(
        "1.3.6.1.2.1.17.7.1.2.2.1.2.1.2.0.0.0.0.9|2|6\n1.3.6.1.2.1.17.7.1.2.2.1.2.7."
            + NIC_INDEX
            + "|2|5");
    try (SwitchSession session = open()) {
      assertThat(session.learnedAt(NIC, "Gi1/0/1"))
          .containsExactly(new LearnedAt("Gi1/0/1", Relation.SAME, false));
      assertThat(session.learnedAt(MacAddress.parse("02:48:50:00:00:02"), "Gi1/0/1")).isEmpty();
    }
  }

  @Test
  void learnedOnTheAggregate() throws Exception {
    learn("1.3.6.1.2.1.17.4.3.1.2." + NIC_INDEX + "|2|30");
    try (SwitchSession session = open()) {
      assertThat(session.learnedAt(NIC, "Gi1/0/2"))
          .containsExactly(new LearnedAt("Po1", Relation.MEMBER, false));
      assertThat(session.learnedAt(NIC, "Gi1/0/1"))
          .containsExactly(new LearnedAt("Po1", Relation.OTHER, false));
    }
  }

  @Test
  void learnedOnAMemberOfTheAggregate() throws Exception {
    learn("1.3.6.1.2.1.17.4.3.1.2." + NIC_INDEX + "|2|6");
    try (SwitchSession session = open()) {
      assertThat(session.learnedAt(NIC, "Po1"))
          .containsExactly(new LearnedAt("Gi1/0/2", Relation.MEMBER, false));
    }
  }

  @Test
  void aForwardingTableThatIsNotShown() throws Exception {
    try (SwitchSession session = open()) {
      List<OID> fdb = new ArrayList<>(agent.objects.keySet());
      assertThat(fdb).noneMatch(each -> each.startsWith(Oids.FDB_PORT));
      agent.does(
          (request, right) -> {
            right
                .getAll()
                .forEach(
                    each -> {
                      if (each.getVariable().equals(org.snmp4j.smi.Null.noSuchInstance)) {
                        each.setVariable(org.snmp4j.smi.Null.noSuchObject);
                      }
                    });
            return right;
          });
      assertThatThrownBy(() -> session.learnedAt(NIC, "Gi1/0/1"))
          .isInstanceOf(NotInViewException.class);
    }
  }

  @Test
  void neighboursByLldp() throws Exception {
    learn(
        """
        1.0.8802.1.1.2.1.3.7.1.3.17|4|Gi1/0/2
        1.0.8802.1.1.2.1.4.1.1.4.0.17.1|2|4
        1.0.8802.1.1.2.1.4.1.1.5.0.17.1|4x|024850000009
        1.0.8802.1.1.2.1.4.1.1.6.0.17.1|2|3
        1.0.8802.1.1.2.1.4.1.1.7.0.17.1|4x|024850000001
        1.0.8802.1.1.2.1.4.1.1.9.0.17.1|4|kvm3
        """);
    try (SwitchSession session = open()) {
      List<Neighbour> found = session.neighbours();
      assertThat(found).hasSize(1);
      assertThat(found.get(0).localPort()).isEqualTo("Gi1/0/2");
      assertThat(found.get(0).portMac()).contains(NIC);
      assertThat(session.isPort("Gi1/0/2", "GigabitEthernet1/0/2")).isTrue();
      assertThat(session.isPort("Gi1/0/2", "GigabitEthernet1/0/1")).isFalse();
    }
  }
}
