package dev.hairpin.switches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CliSessionTest {
  private static final Patience SHORT =
      new Patience(
          Duration.ofSeconds(2),
          Duration.ofSeconds(10),
          Duration.ofMillis(1200),
          Duration.ofSeconds(5),
          Duration.ofMillis(500),
          1,
          Duration.ofMillis(500));

  private final StandInSwitch device = new StandInSwitch();
  private final Secrets secrets = StandInSwitch.secrets();
  private final Transcript transcript = Transcript.unwritten(secrets);
  private final Excerpt said = transcript.follow("tor1");

  @AfterEach
  void stop() {
    device.close();
  }

  private SwitchSession open(String... commands) throws SwitchException {
    return SwitchSession.open(
        device.start().access(),
        TestProfiles.modes(commands),
        Reach.HERE,
        transcript,
        secrets,
        Patience.USUAL);
  }

  private SwitchSession openWithShortPatience() throws SwitchException {
    return SwitchSession.open(
        device.start().access(), TestProfiles.modes(), Reach.HERE, transcript, secrets, SHORT);
  }

  private void switchesOnAndOff(SwitchSession session) throws SwitchException {
    assertThat(session.show("Ethernet1")).isEqualTo(RelayState.OFF);
    Readback on = session.set("Ethernet1", RelayState.ON);
    assertThat(on.agrees()).isTrue();
    assertThat(device.relay).containsEntry("Ethernet1", true);
    assertThat(session.set("Ethernet1", RelayState.OFF).found()).isEqualTo(RelayState.OFF);
    assertThat(device.relay).containsEntry("Ethernet1", false);
    assertThat(device.logins).hasValue(1);
  }

  @Test
  void aSwitchThatEchoes() throws Exception {
    try (SwitchSession session = open("terminal length 0")) {
      switchesOnAndOff(session);
    }
    assertThat(device.commands)
        .containsExactly(
            "terminal length 0",
            "show running-config interfaces Ethernet1",
            "configure",
            "interface Ethernet1",
            "switchport source-interface tx",
            "end",
            "show running-config interfaces Ethernet1",
            "configure",
            "interface Ethernet1",
            "no switchport source-interface tx",
            "end",
            "show running-config interfaces Ethernet1");
  }

  @Test
  void aSwitchThatDoesNotEcho() throws Exception {
    device.habits.echo = false;
    try (SwitchSession session = open("terminal length 0")) {
      switchesOnAndOff(session);
    }
  }

  @Test
  void coloursAndABannerThatLooksLikeAPrompt() throws Exception {
    device.habits.colours = true;
    device.habits.banner = "\n*** authorised#\nusers only> \n no prompt> here\n";
    try (SwitchSession session = open("terminal length 0")) {
      switchesOnAndOff(session);
    }
  }

  @Test
  void bareLineFeeds() throws Exception {
    device.habits.newline = "\n";
    try (SwitchSession session = open()) {
      switchesOnAndOff(session);
    }
  }

  @Test
  void aLogMessageAtThePromptIsNotTakenForTheAnswer() throws Exception {
    device.habits.logAtPrompt = true;
    try (SwitchSession session = open("terminal length 0")) {
      switchesOnAndOff(session);
    }
  }

  @Test
  void logMessagesInTheAnswerAndOverThePrompt() throws Exception {
    device.habits.logBetween = true;
    device.habits.coveredPrompt = true;
    try (SwitchSession session = open("terminal length 0")) {
      switchesOnAndOff(session);
    }
  }

  @Test
  void aSlowAnswerIsWaitedFor() throws Exception {
    device.habits.slowAfter = Optional.of("show running-config interfaces Ethernet1");
    try (SwitchSession session = open("terminal length 0")) {
      assertThat(session.set("Ethernet1", RelayState.ON).agrees()).isTrue();
    }
  }

  @Test
  void keyboardInteractiveWhereThatIsAllThereIs() throws Exception {
    device.habits.passwordAuth = false;
    try (SwitchSession session = open()) {
      assertThat(session.show("Ethernet1")).isEqualTo(RelayState.OFF);
    }
    assertThat(device.passwords).containsExactly(StandInSwitch.PASSWORD);
  }

  @Test
  void theEnablePasswordIsGivenWhereItIsAskedAndMaskedInTheTranscript() throws Exception {
    device.habits.askEnable = true;
    try (SwitchSession session = open("enable", "{enable}", "terminal length 0")) {
      switchesOnAndOff(session);
    }
    assertThat(device.passwords).containsExactly(StandInSwitch.PASSWORD, StandInSwitch.ENABLE);
    assertThat(device.commands).doesNotContain(StandInSwitch.ENABLE);
    assertThat(lines()).contains("***").noneMatch(line -> line.contains(StandInSwitch.ENABLE));
  }

  @Test
  void theEnablePasswordIsNeverSentWhereItIsNotAsked() throws Exception {
    device.habits.unprivileged = true;
    try (SwitchSession session = open("enable", "{enable}", "terminal length 0")) {
      switchesOnAndOff(session);
    }
    assertThat(device.passwords).containsExactly(StandInSwitch.PASSWORD);
    assertThat(device.commands).doesNotContain(StandInSwitch.ENABLE);
  }

  @Test
  void aWrongEnablePasswordIsNamed() {
    device.habits.askEnable = true;
    Secrets wrong =
        new Secrets(
            java.util.Map.of("TOR1_PASSWORD", StandInSwitch.PASSWORD, "TOR1_ENABLE", "falsch99"));
    assertThatThrownBy(
            () ->
                SwitchSession.open(
                    device.start().access(),
                    TestProfiles.modes("enable"),
                    Reach.HERE,
                    transcript,
                    wrong))
        .isInstanceOf(AuthenticationFailedException.class)
        .hasMessageContaining("enable password")
        .hasMessageContaining("% Access denied")
        .hasMessageContaining("ssh.enable-password");
  }

  @Test
  void anErrorLineStopsAtOnceAndTheNextCommandDoesNotLandInItsMode() throws Exception {
    try (SwitchSession session = open("terminal length 0")) {
      assertThatThrownBy(() -> session.set("Ethernet2", RelayState.ON))
          .isInstanceOfSatisfying(
              SwitchRefusedException.class,
              no -> {
                assertThat(no.command()).isEqualTo("interface Ethernet2");
                assertThat(no.answer()).isEqualTo("% Invalid input (no such port)");
              })
          .hasMessageContaining("tor1")
          .hasMessageContaining("127.0.0.1");
      assertThat(device.commands).doesNotContain("switchport source-interface tx");
      assertThat(session.set("Ethernet1", RelayState.ON).agrees()).isTrue();
    }
    assertThat(device.logins).hasValue(2);
  }

  @Test
  void aSwitchThatSaysYesAndDoesNothingIsReadBack() throws Exception {
    device.habits.truthful = false;
    try (SwitchSession session = open()) {
      Readback readback = session.set("Ethernet1", RelayState.ON);
      assertThat(readback.agrees()).isFalse();
      assertThat(readback.found()).isEqualTo(RelayState.OFF);
    }
  }

  @Test
  void silenceEndsAtTheDeadlineAndSaysWhatWasLastSeen() throws Exception {
    device.habits.silentAfter = Optional.of("interface Ethernet1");
    try (SwitchSession session = openWithShortPatience()) {
      assertThatThrownBy(() -> session.set("Ethernet1", RelayState.ON))
          .isInstanceOf(SwitchUnreachableException.class)
          .hasMessageContaining("no prompt within 1.2 s after 'interface Ethernet1'")
          .hasMessageContaining("last seen: 'working on it...'");
      // The session that was silent is not used again.
      assertThat(session.show("Ethernet1")).isEqualTo(RelayState.OFF);
    }
    assertThat(device.logins).hasValue(2);
  }

  @Test
  void aDropInTheMiddleIsReadBeforeAnythingIsDoneAgain() throws Exception {
    device.habits.dropBefore = Optional.of("switchport source-interface tx");
    try (SwitchSession session = open()) {
      assertThat(session.set("Ethernet1", RelayState.ON).agrees()).isTrue();
    }
    assertThat(device.logins).hasValue(2);
    assertThat(device.commands)
        .containsExactly(
            "configure",
            "interface Ethernet1",
            "show running-config interfaces Ethernet1",
            "configure",
            "interface Ethernet1",
            "switchport source-interface tx",
            "end",
            "show running-config interfaces Ethernet1");
  }

  @Test
  void aDropAfterItWasDoneDoesNotDoItAgain() throws Exception {
    device.habits.dropAfter = Optional.of("switchport source-interface tx");
    try (SwitchSession session = open()) {
      assertThat(session.set("Ethernet1", RelayState.ON).agrees()).isTrue();
    }
    assertThat(device.commands).containsOnlyOnce("switchport source-interface tx");
    assertThat(device.logins).hasValue(2);
  }

  @Test
  void aSecondDropIsTheEnd() throws Exception {
    device.habits.dropBefore = Optional.of("switchport source-interface tx");
    device.habits.drops = 2;
    try (SwitchSession session = open()) {
      assertThatThrownBy(() -> session.set("Ethernet1", RelayState.ON))
          .isInstanceOf(SwitchUnreachableException.class)
          .hasMessageContaining("the session ended while waiting");
    }
    assertThat(device.logins).hasValue(2);
  }

  @Test
  void savingSendsTheProfilesCommand() throws Exception {
    try (SwitchSession session = open()) {
      session.save("Ethernet1");
    }
    assertThat(device.commands).containsExactly("write memory");
  }

  @Test
  void aPortNameThatIsNoneIsNeverSent() throws Exception {
    try (SwitchSession session = open()) {
      for (String port : List.of("", "Ethernet1; reload", "xEthernet1", "Ethernet1\nreload")) {
        assertThatThrownBy(() -> session.show(port)).isInstanceOf(PortNameException.class);
        assertThatThrownBy(() -> session.set(port, RelayState.ON))
            .isInstanceOf(PortNameException.class);
        assertThatThrownBy(() -> session.save(port)).isInstanceOf(PortNameException.class);
      }
    }
    assertThat(device.commands).isEmpty();
  }

  @Test
  void whatTheCommandLineTellsOfItself() throws Exception {
    try (SwitchSession session = open()) {
      Identity identity = session.identify();
      assertThat(identity.prompt()).contains("tor-1#");
      assertThat(identity.description().orElseThrow()).contains("SSHD");
      assertThat(identity.fit()).isEqualTo(Identity.Fit.UNKNOWN);
      assertThatThrownBy(() -> session.portFacts("Ethernet1"))
          .isInstanceOf(NotConfiguredException.class)
          .hasMessageContaining("no snmp");
    }
  }

  @Test
  void closingEndsAWaitAtOnce() throws Exception {
    device.habits.silentAfter = Optional.of("configure");
    SwitchSession session = open();
    Thread closer =
        new Thread(
            () -> {
              while (!device.commands.contains("configure")) {
                Thread.onSpinWait();
              }
              session.close();
            });
    closer.start();
    assertThatThrownBy(() -> session.set("Ethernet1", RelayState.ON))
        .isInstanceOf(SwitchUnreachableException.class);
    closer.join();
    assertThat(device.logins).hasValue(1);
  }

  private List<String> lines() {
    return said.entries().stream().map(Transcript.Entry::text).toList();
  }
}
