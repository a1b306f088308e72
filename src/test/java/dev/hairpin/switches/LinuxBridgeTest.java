package dev.hairpin.switches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hairpin.linux.NetNamespace;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The shipped profile, a real bridge in a namespace of its own, and a real login there. */
@Timeout(60)
class LinuxBridgeTest {
  @TempDir private Path folder;
  private final String name = "hpt-switches-" + ProcessHandle.current().pid();
  private final NetNamespace namespace = NetNamespace.named(name);
  private final Secrets secrets = StandInSwitch.secrets();

  private final Reach reach =
      new Reach() {
        @Override
        public <T> T call(Callable<T> work) throws Exception {
          return namespace.call(work);
        }
      };

  @BeforeEach
  void build() {
    OpenSsh.run("ip", "netns", "add", name);
    OpenSsh.run("ip", "-n", name, "link", "set", "lo", "up");
    OpenSsh.run("ip", "-n", name, "link", "add", "br0", "up", "type", "bridge");
    for (String port : List.of("swp1", "swp2")) {
      OpenSsh.run(
          "ip", "-n", name, "link", "add", port, "up", "type", "veth", "peer", "far-" + port);
      OpenSsh.run("ip", "-n", name, "link", "set", port, "master", "br0");
    }
  }

  @AfterEach
  void remove() {
    OpenSsh.run("ip", "netns", "del", name);
  }

  @Test
  void setsTheFlagThatTheKernelHas() throws Exception {
    Profile profile = ProfileReader.read(Path.of("switch-profiles/linux-bridge.yaml"));
    try (OpenSsh server = new OpenSsh(List.of("ip", "netns", "exec", name), reach, folder, folder);
        SwitchSession session =
            SwitchSession.open(
                server.access("ed25519", "ed25519"),
                profile,
                reach,
                Transcript.unwritten(secrets),
                secrets)) {
      for (RelayState state : List.of(RelayState.ON, RelayState.OFF, RelayState.ON)) {
        assertThat(session.set("swp1", state).found()).isEqualTo(state);
        assertThat(kernel("swp1")).contains("hairpin " + state);
        assertThat(kernel("swp2")).contains("hairpin off");
        assertThat(session.show("swp2")).isEqualTo(RelayState.OFF);
      }
      assertThatThrownBy(() -> session.set("swp9", RelayState.ON))
          .isInstanceOf(SwitchRefusedException.class)
          .hasMessageContaining("swp9");
      // No bridge port: neither on nor off.
      assertThatThrownBy(() -> session.show("lo")).isInstanceOf(SwitchUnreachableException.class);
      session.save("swp1");
      assertThat(session.show("swp1")).isEqualTo(RelayState.ON);
    }
  }

  private String kernel(String port) {
    return OpenSsh.run("ip", "netns", "exec", name, "bridge", "-d", "link", "show", "dev", port);
  }
}
