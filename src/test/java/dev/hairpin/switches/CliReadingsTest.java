package dev.hairpin.switches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CliReadingsTest {
  private final CliReadings readings =
      new CliReadings(TestProfiles.modes().relayCli().orElseThrow(), dialogue());

  static Dialogue dialogue() {
    Secrets secrets = new Secrets(Map.of());
    return new Dialogue(
        new Place("tor1", "SSH", "192.0.2.1", 22), Transcript.unwritten(secrets), secrets);
  }

  static CliAnswer answer(String text) {
    return new CliAnswer(text.lines().toList(), "tor1#");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " \n ",
        "% Bad command",
        "        ^\nSyntax error: unknown thing",
        "Permission denied",
        "interface Ethernet9 does not exist",
        "sh: show: command not found",
      })
  void noAnswerAndUnknownErrorsAreNotOff(String text) {
    assertThatThrownBy(() -> readings.state("show", answer(text)))
        .isInstanceOf(SwitchUnreachableException.class)
        .hasMessageContaining("the answer to 'show'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "interface Ethernet1",
        "interface Ethernet1\n   no switchport source-interface tx",
        "%LINK-3-UPDOWN: Ethernet9 is up\ninterface Ethernet1\n   description error counter",
      })
  void anAnswerWithoutItIsOff(String text) throws Exception {
    assertThat(readings.state("show", answer(text))).isEqualTo(RelayState.OFF);
  }

  @Test
  void everyPortHasItsPart() throws Exception {
    ShowAll all =
        new ShowAll("show", Pattern.compile("^interface (\\S+)"), Pattern.compile("^ relay$"));
    assertThat(readings.states(all, answer("x\ninterface A\n relay\ninterface B\n no relay\n")))
        .containsExactly(Map.entry("A", RelayState.ON), Map.entry("B", RelayState.OFF));
    assertThatThrownBy(() -> readings.states(all, answer("nothing")))
        .hasMessageContaining("tells of no port");
  }

  @Test
  void whatWasFoundSurvivesAJournal() {
    FoundPort found =
        new FoundPort(
            RelayState.ON, Map.of("port mode", Optional.of("a; b=c"), "other", Optional.empty()));
    assertThat(found.format()).doesNotContain(" ");
    assertThat(FoundPort.parse(found.format())).isEqualTo(found);
    for (String each : List.of("", "maybe", "on;x", "on;x=y", "on;=+y")) {
      assertThatThrownBy(() -> FoundPort.parse(each)).isInstanceOf(IllegalArgumentException.class);
    }
  }
}
