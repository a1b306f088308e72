package dev.hairpin.switches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A port that must be a trunk before it may reflect, and modes that are left by name. */
@Timeout(60)
final class CliPrerequisiteTest {
  private static final String PORT = "Ethernet1";
  private static final String ON = "switchport source-interface tx";

  private final StandInSwitch device = new StandInSwitch();
  private final Secrets secrets = StandInSwitch.secrets();
  private final Transcript transcript = Transcript.unwritten(secrets);
  private volatile String mode = "";
  private volatile int asked;

  @BeforeEach
  void start() {
    device.also = this::answer;
    device.start();
  }

  @AfterEach
  void stop() {
    device.close();
  }

  private Optional<String> answer(String typed) {
    if (typed.startsWith("port mode ")) {
      mode = typed.substring("port mode ".length());
      return Optional.of("");
    }
    if (typed.equals("no port mode")) {
      mode = "";
      return Optional.of("");
    }
    if (typed.equals("show mode " + PORT)) {
      return Optional.of(mode.isEmpty() ? "\n" : "mode is " + mode + "\n");
    }
    if (typed.equals("show all of " + PORT)) {
      asked++;
      return Optional.of("uptime " + asked + "\nmode is " + mode + "\n");
    }
    return Optional.empty();
  }

  private static Profile profile(List<String> enable, Optional<String> refused) {
    Profile plain = TestProfiles.modes();
    Profile.Cli cli = plain.cli().orElseThrow();
    Profile.RelayCli relay = plain.relayCli().orElseThrow();
    Prerequisite trunk =
        new Prerequisite(
            "port mode",
            "show mode {port}",
            Pattern.compile("^mode is (?<was>\\S+)", Pattern.MULTILINE),
            "trunk",
            steps("port mode trunk"),
            steps("port mode {was}"),
            steps("no port mode"));
    return new Profile(
        plain.name(),
        plain.vendor(),
        plain.system(),
        plain.standing(),
        plain.verifiedOn(),
        plain.sources(),
        plain.identify(),
        plain.portName(),
        Optional.of(
            new Profile.Cli(
                cli.prompt(),
                cli.open(),
                cli.errors(),
                cli.interjections(),
                cli.queries(),
                List.of(
                    new CliMode(
                        "configuration", Pattern.compile("\\(config.*\\)#"), List.of("end"))),
                Optional.of(
                    new PortConfiguration(
                        "show all of {port}", List.of(Pattern.compile("^uptime ")))))),
        Optional.of(
            new Profile.RelayCli(
                CliStep.all(enable),
                relay.disable(),
                relay.show(),
                relay.save(),
                Optional.empty(),
                List.of(trunk))),
        Optional.empty(),
        refused);
  }

  private static List<CliStep> steps(String command) {
    return CliStep.all(List.of("configure", "interface {port}", command, "end"));
  }

  private SwitchSession open(Profile profile) throws SwitchException {
    return SwitchSession.open(device.access(), profile, Reach.HERE, transcript, secrets);
  }

  private SwitchSession open() throws SwitchException {
    return open(profile(List.of("configure", "interface {port}", ON, "end"), Optional.empty()));
  }

  @Test
  void whatIsNeededIsSetBeforeAndPutBackAfter() throws Exception {
    mode = "access";
    try (SwitchSession session = open()) {
      assertThat(session.set(PORT, RelayState.ON).agrees()).isTrue();
      assertThat(mode).isEqualTo("trunk");
      assertThat(device.commands).containsSubsequence("port mode trunk", ON);
      assertThat(session.set(PORT, RelayState.OFF).agrees()).isTrue();
      assertThat(mode).isEqualTo("access");
      assertThat(device.commands).containsSubsequence("no " + ON, "port mode access");
    }
  }

  @Test
  void whereNothingWasSetItIsTakenAway() throws Exception {
    try (SwitchSession session = open()) {
      session.set(PORT, RelayState.ON);
      session.set(PORT, RelayState.ON);
      assertThat(mode).isEqualTo("trunk");
      session.set(PORT, RelayState.OFF);
      assertThat(mode).isEmpty();
      assertThat(device.commands).containsOnlyOnce("port mode trunk", "no port mode");
    }
  }

  @Test
  void whatIsAsWantedIsLeftAlone() throws Exception {
    mode = "trunk";
    try (SwitchSession session = open()) {
      session.set(PORT, RelayState.ON);
      session.set(PORT, RelayState.OFF);
    }
    assertThat(device.commands).noneMatch(each -> each.contains("port mode"));
  }

  @Test
  void anEnableThatIsRefusedLeavesNothingBehind() throws Exception {
    mode = "access";
    List<String> enable = List.of("configure", "interface {port}", "reflect, please", "end");
    try (SwitchSession session = open(profile(enable, Optional.empty()))) {
      assertThatThrownBy(() -> session.set(PORT, RelayState.ON))
          .isInstanceOf(SwitchRefusedException.class)
          .hasMessageContaining("reflect, please");
    }
    assertThat(mode).isEqualTo("access");
    assertThat(device.commands).containsSubsequence("port mode trunk", "port mode access");
  }

  @Test
  void anotherSessionRestoresByWhatAJournalKept() throws Exception {
    mode = "access";
    String journal;
    try (SwitchSession session = open()) {
      journal = session.found(PORT).format();
      session.set(PORT, RelayState.ON);
    }
    assertThat(mode).isEqualTo("trunk");
    try (SwitchSession session = open()) {
      assertThat(session.restore(PORT, FoundPort.parse(journal)).found()).isEqualTo(RelayState.OFF);
    }
    assertThat(mode).isEqualTo("access");
    assertThat(device.relay).containsEntry(PORT, false);
  }

  @Test
  void aPortThatWasOnWithoutWhatIsNeededIsSoAgain() throws Exception {
    mode = "access";
    device.relay.put(PORT, true);
    try (SwitchSession session = open()) {
      FoundPort found = session.found(PORT);
      session.set(PORT, RelayState.OFF);
      session.set(PORT, RelayState.ON);
      assertThat(mode).isEqualTo("trunk");
      assertThat(session.restore(PORT, found).agrees()).isTrue();
    }
    assertThat(mode).isEqualTo("access");
    assertThat(device.relay).containsEntry(PORT, true);
  }

  @Test
  void whatDoesNotComeBackIsSaid() throws Exception {
    mode = "access";
    try (SwitchSession session = open()) {
      FoundPort found = session.found(PORT);
      session.set(PORT, RelayState.ON);
      device.also = typed -> typed.startsWith("port mode ") ? Optional.of("") : answer(typed);
      assertThatThrownBy(() -> session.restore(PORT, found))
          .isInstanceOf(SwitchUnreachableException.class)
          .hasMessageContaining("port mode of Ethernet1 was 'access' and still is 'trunk'");
    }
  }

  @Test
  void aRefusalInAModeThatIsKnownKeepsTheSession() throws Exception {
    List<String> enable = List.of("configure", "interface {port}", "reflect, please");
    mode = "trunk";
    try (SwitchSession session = open(profile(enable, Optional.empty()))) {
      assertThatThrownBy(() -> session.set(PORT, RelayState.ON))
          .isInstanceOf(SwitchRefusedException.class);
      assertThat(session.show(PORT)).isEqualTo(RelayState.OFF);
    }
    assertThat(device.commands).containsSubsequence("reflect, please", "end");
    assertThat(device.logins).hasValue(1);
  }

  @Test
  void commandsThatEndInAModeAreFollowedByItsWayOut() throws Exception {
    mode = "trunk";
    List<String> enable = List.of("configure", "interface {port}", ON);
    try (SwitchSession session = open(profile(enable, Optional.empty()))) {
      assertThat(session.set(PORT, RelayState.ON).agrees()).isTrue();
    }
    assertThat(device.commands)
        .containsSubsequence(ON, "end", "show running-config interfaces Ethernet1");
  }

  @Test
  void aProfileThatOnlyShowsSendsNothingElse() throws Exception {
    Profile shows = profile(List.of(), Optional.of("its commands were never seen to work"));
    try (SwitchSession session = open(shows)) {
      assertThat(session.show(PORT)).isEqualTo(RelayState.OFF);
      List<String> before = List.copyOf(device.commands);
      assertThatThrownBy(() -> session.set(PORT, RelayState.ON))
          .isInstanceOf(NotConfiguredException.class)
          .hasMessageContaining("its commands were never seen to work");
      assertThat(device.commands).isEqualTo(before);
    }
  }

  @Test
  void aPortsConfigurationIsComparedWithoutWhatAlwaysChanges() throws Exception {
    mode = "access";
    try (SwitchSession session = open()) {
      Optional<String> first = session.portConfiguration(PORT);
      assertThat(first).contains("mode is access");
      assertThat(session.portConfiguration(PORT)).isEqualTo(first);
      mode = "trunk";
      assertThat(session.portConfiguration(PORT)).isNotEqualTo(first);
    }
    assertThat(asked).isEqualTo(3);
  }
}
