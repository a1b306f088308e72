package dev.hairpin.switches;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shipped profile against what shells and iproute2 6.1 were seen to print. */
final class LinuxBridgeProfileTest {
  private static Profile profile;

  @BeforeAll
  static void read() throws Exception {
    profile = ProfileReader.read(Path.of("switch-profiles/linux-bridge.yaml"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hairpin> ",
        "root@vm:/tmp/sy# ",
        "# ",
        "$ ",
        "bash-5.2# ",
        "[qa@tor1 ~]$ ",
        "cumulus@tor1:mgmt:~$ ",
        "tor1% ",
        "/tmp # \u001b[6n",
        "\u001b[?2004hroot@vm:~# ",
        "\u001b]0;qa@tor1: ~\u0007\u001b[01;32mqa@tor1\u001b[00m:\u001b[01;34m~\u001b[00m$ ",
        "Welcome\r\n\r\nroot@tor1:~# ",
        "unset HISTFILE\r\n\u001b[?2004l\rroot@vm:/tmp/sy# ",
      })
  void aPromptIsSeen(String output) {
    assertThat(prompt().matcher(output).find()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "root@tor1:~# bridge -d link show",
        "root@tor1:~# \r\n",
        "PS2= PS1='hairpin> ",
        "root@tor1:~# PATH=$",
        "5: swp1@if4: <BROADCAST,MULTICAST,UP,LOWER_UP>",
        "5: swp1@if4: <BROADCAST,MULTICAST,UP,LOWER_UP> ",
        "root@tor1:~#",
        "ls 2>",
        "*****************\r\n#######",
        "Last login: Sun Nov 22 09:00:00 2026 from 192.0.2.1",
      })
  void whatStopsHalfWayIsNoPrompt(String output) {
    assertThat(prompt().matcher(output).find()).isFalse();
  }

  @Test
  void theStateIsReadFromTheDetails() {
    String on =
        "5: swp1@if4: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 master br0 state forwarding"
            + " priority 32 cost 2 \r\n    hairpin on guard off root_block off fastleave off\r\n";
    Profile.ShowCommand show = profile.relayCli().orElseThrow().show();
    assertThat(show.enabled().matcher(on).find()).isTrue();
    assertThat(show.disabled().orElseThrow().matcher(on).find()).isFalse();
    String off = on.replace("hairpin on", "hairpin off");
    assertThat(show.enabled().matcher(off).find()).isFalse();
    assertThat(show.disabled().orElseThrow().matcher(off).find()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Cannot find bridge device \"nosuch\"",
        "Cannot find device \"nosuch\"",
        "RTNETLINK answers: Operation not supported",
        "RTNETLINK answers: Operation not permitted",
        "Error: mlxsw_spectrum: Unsupported bridge port flag.",
        "bash: bridge: command not found",
        "dash: 1: bridge: not found",
        "sudo: a password is required",
      })
  void refusalsAreErrors(String line) {
    assertThat(profile.cli().orElseThrow().errors())
        .anyMatch(each -> each.matcher("bridge link set ...\n" + line).find());
  }

  @Test
  void itsOwnCommandsAreNoErrorsInTheEcho() {
    Profile.Cli cli = profile.cli().orElseThrow();
    for (String each : cli.open()) {
      assertThat(cli.errors()).noneMatch(error -> error.matcher(each).find());
    }
  }

  @Test
  void portsAreLinuxInterfaces() {
    assertThat(profile.acceptsPort("swp1")).isTrue();
    assertThat(profile.acceptsPort("bond0.120")).isTrue();
    for (String each : new String[] {"-d", "a b", "swp1;reboot", "$(id)", "sixteen-letters-"}) {
      assertThat(profile.acceptsPort(each)).as(each).isFalse();
    }
  }

  private static Pattern prompt() {
    return profile.cli().orElseThrow().prompt();
  }
}
