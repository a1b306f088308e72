package dev.hairpin.switches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.KeyType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class HostKeyTest {
  private static final String WRONG = "SHA256:" + "A".repeat(43);

  @TempDir private Path folder;

  private static SwitchSession open(SwitchAccess access, Secrets secrets) throws SwitchException {
    return SwitchSession.open(
        access, TestProfiles.modes(), Reach.HERE, Transcript.unwritten(secrets), secrets);
  }

  private static SwitchSession open(SwitchAccess access) throws SwitchException {
    return open(access, StandInSwitch.secrets());
  }

  @Test
  void aWrongHostKeyStopsBeforePasswordAndCommand() {
    try (StandInSwitch device = new StandInSwitch("EC", "RSA").start()) {
      assertThatThrownBy(() -> open(device.access(WRONG)))
          .isInstanceOfSatisfying(
              HostKeyMismatchException.class,
              no -> {
                assertThat(no.expected()).isEqualTo(WRONG);
                assertThat(no.got())
                    .containsExactlyInAnyOrder(
                        device.fingerprint(0) + " (ecdsa-sha2-nistp256)",
                        device.fingerprint(1) + " (ssh-rsa)");
              })
          .hasMessageContaining("tor1")
          .hasMessageContaining(WRONG)
          .hasMessageContaining(device.fingerprint(0))
          .hasMessageContaining("ssh.host-key");
      assertThat(device.passwords).isEmpty();
      assertThat(device.commands).isEmpty();
      assertThat(device.logins).hasValue(0);
    }
  }

  @Test
  void theFingerprintOfAnyOfItsKeysWillDo() throws Exception {
    try (StandInSwitch device = new StandInSwitch("RSA", "EC").start()) {
      for (int key = 0; key < 2; key++) {
        try (SwitchSession session = open(device.access(device.fingerprint(key) + "="))) {
          assertThat(session.show("Ethernet1")).isEqualTo(RelayState.OFF);
        }
      }
    }
  }

  @Test
  void knownHostsNamesAddressAndPort() throws Exception {
    try (StandInSwitch device = new StandInSwitch("EC", "RSA").start()) {
      Path file = folder.resolve("known_hosts");
      Files.writeString(file, line(device, "[127.0.0.1]:" + device.port(), 1));
      try (SwitchSession session = open(knownHosts(device, file))) {
        assertThat(session.show("Ethernet1")).isEqualTo(RelayState.OFF);
      }
      Files.writeString(file, line(device, "[127.0.0.1]:1", 1));
      assertThatThrownBy(() -> open(knownHosts(device, file)))
          .isInstanceOf(HostKeyMismatchException.class)
          .hasMessageContaining(file.toString());
      assertThatThrownBy(() -> open(knownHosts(device, folder.resolve("none"))))
          .isInstanceOf(NotConfiguredException.class)
          .hasMessageContaining("known-hosts");
    }
  }

  @Test
  void aWrongPasswordIsTriedOnceAndNamed() {
    Secrets wrong = new Secrets(Map.of("TOR1_PASSWORD", "daneben1"));
    try (StandInSwitch device = new StandInSwitch().start()) {
      assertThatThrownBy(() -> open(device.access(), wrong))
          .isInstanceOf(AuthenticationFailedException.class)
          .hasMessageContaining("tor1")
          .hasMessageContaining("user qa")
          .hasMessageContaining("ssh.password")
          .hasMessageNotContaining("daneben1");
      assertThat(device.passwords).containsExactly("daneben1");
    }
  }

  @Test
  void aMissingSecretSaysWhatToSet() {
    try (StandInSwitch device = new StandInSwitch().start()) {
      assertThatThrownBy(() -> open(device.access(), new Secrets(Map.of())))
          .isInstanceOf(NotConfiguredException.class)
          .hasMessageContaining("export TOR1_PASSWORD=");
    }
  }

  private static SwitchAccess knownHosts(StandInSwitch device, Path file) {
    return StandInSwitch.access(
        new SwitchAccess.Ssh(
            device.port(),
            "qa",
            Optional.of(new Secret(Secret.Kind.ENVIRONMENT, "TOR1_PASSWORD")),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(file)));
  }

  private static String line(StandInSwitch device, String host, int key) {
    byte[] blob =
        new Buffer.PlainBuffer().putPublicKey(device.key(key).getPublic()).getCompactData();
    return host
        + " "
        + KeyType.fromKey(device.key(key).getPublic())
        + " "
        + Base64.getEncoder().encodeToString(blob)
        + "\n";
  }
}
