package dev.hairpin.switches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.snmp4j.PDU;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;

/** SETs that an agent only begins to carry out, and saving by SNMP. */
@Timeout(60)
final class SnmpUntilTest {
  private static final String RELAY = "1.3.6.1.4.1.99999.5.1";
  private static final String STATUS = "1.3.6.1.4.1.99999.6.0";
  private static final String REASON = "1.3.6.1.4.1.99999.8.0";
  private static final String SAVE = "1.3.6.1.4.1.99999.7.0";

  private final Secrets secrets = new Secrets(Map.of("COMMUNITY", "public"));
  private final AtomicInteger polls = new AtomicInteger();
  private final WalkAgent agent =
      WalkAgent.of(
          """
          1.3.6.1.2.1.2.2.1.2.1|4|swp1
          1.3.6.1.2.1.31.1.1.1.1.1|4|swp1
          %s|2|2
          %s|2|1
          %s|2|0
          """
              .formatted(RELAY, STATUS, SAVE));

  @AfterEach
  void stop() throws Exception {
    agent.close();
  }

  private SwitchSession open(Duration within, List<Profile.SnmpSet> save) throws SwitchException {
    return open(within, save, Optional.empty());
  }

  private SwitchSession open(Duration within, List<Profile.SnmpSet> save, Optional<String> reason)
      throws SwitchException {
    Optional<SnmpResult> until =
        Optional.of(new SnmpResult(STATUS, List.of("3", "4"), List.of("5"), within));
    String oid = "1.3.6.1.4.1.99999.5.{if-index}";
    Profile profile =
        TestProfiles.snmp(
            new Profile.RelaySnmp(
                List.of(new Profile.SnmpSet(oid, "integer", "1", until)),
                List.of(new Profile.SnmpSet(oid, "integer", "2")),
                new Profile.SnmpShow(oid, "1"),
                save,
                reason));
    SwitchAccess.Snmp snmp =
        new SwitchAccess.Snmp(
            agent.port(),
            2,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(new Secret(Secret.Kind.ENVIRONMENT, "COMMUNITY")));
    SwitchAccess access =
        new SwitchAccess(
            "tor1",
            "acme",
            "127.0.0.1",
            SwitchAccess.Control.SNMP,
            Optional.empty(),
            Optional.of(snmp));
    return SwitchSession.open(
        access, profile, Reach.HERE, Transcript.unwritten(secrets), secrets, Patience.USUAL);
  }

  /** The status is as the walk has it until this poll, and from it on another. */
  private void statusFromPoll(int poll, int status) {
    agent.does(
        (request, right) -> {
          if (request.getType() == PDU.GET
              && request.get(0).getOid().equals(new OID(STATUS))
              && polls.incrementAndGet() >= poll) {
            right.get(0).setVariable(new Integer32(status));
          }
          return null;
        });
  }

  @Test
  void aResultIsPolledUntilItIsThere() throws Exception {
    statusFromPoll(4, 4);
    try (SwitchSession session = open(Duration.ofSeconds(30), List.of())) {
      assertThat(session.set("swp1", RelayState.ON).agrees()).isTrue();
    }
    assertThat(polls).hasValue(4);
  }

  @Test
  void aResultThatMeansFailureIsARefusal() throws Exception {
    statusFromPoll(2, 5);
    try (SwitchSession session = open(Duration.ofSeconds(30), List.of())) {
      assertThatThrownBy(() -> session.set("swp1", RelayState.ON))
          .isInstanceOf(SwitchRefusedException.class)
          .hasMessageContaining(STATUS + " = 5");
    }
    assertThat(polls).hasValue(2);
  }

  @Test
  void aResultThatNeverComesEndsAndSaysWhatWasLastSeen() throws Exception {
    try (SwitchSession session = open(Duration.ofMillis(100), List.of())) {
      assertThatThrownBy(() -> session.set("swp1", RelayState.ON))
          .isInstanceOf(SwitchUnreachableException.class)
          .hasMessageContaining("waited for 3 or 4, last seen: " + STATUS + " = 1");
    }
  }

  @Test
  void aRefusalComesWithTheSwitchsOwnWords() throws Exception {
    agent.objects.put(new OID(REASON), new OctetString("port 7 is a member of trunk 1"));
    agent.does(
        (request, right) ->
            request.getType() == PDU.SET ? WalkAgent.refusal(request, PDU.genErr) : null);
    try (SwitchSession session = open(Duration.ofSeconds(1), List.of(), Optional.of(REASON))) {
      assertThatThrownBy(() -> session.set("swp1", RelayState.ON))
          .isInstanceOf(SwitchRefusedException.class)
          .hasMessageContaining("genErr")
          .hasMessageContaining("port 7 is a member of trunk 1");
    }
  }

  @Test
  void savingSetsTheProfilesObjects() throws Exception {
    try (SwitchSession session =
        open(Duration.ofSeconds(1), List.of(new Profile.SnmpSet(SAVE, "integer", "7")))) {
      session.save("swp1");
    }
    assertThat(agent.objects.get(new OID(SAVE))).isEqualTo(new Integer32(7));
  }

  @Test
  void aProfileThatCannotSaveSaysSo() throws Exception {
    try (SwitchSession session = open(Duration.ofSeconds(1), List.of())) {
      assertThatThrownBy(() -> session.save("swp1"))
          .isInstanceOf(NotConfiguredException.class)
          .hasMessageContaining("has no objects that save");
    }
  }
}
