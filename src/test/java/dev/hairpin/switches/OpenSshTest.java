package dev.hairpin.switches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(90)
class OpenSshTest {
  @TempDir private static Path keys;
  @TempDir private Path folder;
  private Path ports;

  private final Secrets secrets = StandInSwitch.secrets();
  private final Transcript transcript = Transcript.unwritten(secrets);

  @BeforeEach
  void makePort() throws IOException {
    ports = Files.createDirectory(folder.resolve("ports"));
    Files.writeString(ports.resolve("swp1"), "hairpin off\n");
  }

  private SwitchSession open(SwitchAccess access) throws SwitchException {
    return SwitchSession.open(
        access, TestProfiles.bash(ports.toString()), Reach.HERE, transcript, secrets);
  }

  private void switchesOnAndOff(SwitchSession session) throws SwitchException {
    assertThat(session.show("swp1")).isEqualTo(RelayState.OFF);
    assertThat(session.set("swp1", RelayState.ON).found()).isEqualTo(RelayState.ON);
    assertThat(session.set("swp1", RelayState.OFF).found()).isEqualTo(RelayState.OFF);
  }

  @Test
  void everyKindOfKey() throws Exception {
    try (OpenSsh server = new OpenSsh(keys, folder)) {
      List<String> kinds = List.of("ed25519", "ecdsa", "rsa", "pem");
      for (String kind : kinds) {
        String host = kind.equals("pem") ? "ed25519" : kind;
        try (SwitchSession session = open(server.access(kind, host))) {
          switchesOnAndOff(session);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ciphers chacha20-poly1305@openssh.com",
        "Ciphers aes256-gcm@openssh.com",
        "Ciphers aes256-ctr",
        "KexAlgorithms ecdh-sha2-nistp384",
        "KexAlgorithms diffie-hellman-group-exchange-sha256",
        "KexAlgorithms diffie-hellman-group14-sha256",
        "HostKeyAlgorithms rsa-sha2-256"
      })
  void whateverTheServerIsSetTo(String option) throws Exception {
    try (OpenSsh server = new OpenSsh(keys, folder, option);
        SwitchSession session =
            open(server.access("ed25519", option.contains("rsa") ? "rsa" : "ed25519"))) {
      switchesOnAndOff(session);
    }
  }

  @Test
  void aLoginWithColoursTitleAndSlowPrompt() throws Exception {
    Path rc = folder.resolve("rc");
    Files.writeString(
        rc,
        """
        PS1='\\[\\e]0;\\u@\\h: \\w\\a\\]\\[\\e[1;32m\\]\\u@\\h\\[\\e[0m\\]:\\[\\e[34m\\]\\w\\[\\e[0m\\]# '
        PROMPT_COMMAND='printf "\\033]2;%s\\007" title'
        bind 'set enable-bracketed-paste on'
        echo "# Welcome to the machine #"
        """);
    try (OpenSsh server = new OpenSsh(keys, folder, "ForceCommand bash --rcfile " + rc + " -i");
        SwitchSession session = open(server.access("ed25519", "ed25519"))) {
      switchesOnAndOff(session);
      assertThat(session.identify().prompt().orElseThrow()).startsWith("root@").endsWith("#");
      assertThat(session.identify().description().orElseThrow()).contains("OpenSSH");
    }
  }

  @Test
  void refusedByALineOfTheShell() throws Exception {
    try (OpenSsh server = new OpenSsh(keys, folder);
        SwitchSession session = open(server.access("ed25519", "ed25519"))) {
      assertThatThrownBy(() -> session.set("swp2", RelayState.ON))
          .isInstanceOf(SwitchRefusedException.class)
          .hasMessageContaining("No such file");
      assertThat(session.show("swp1")).isEqualTo(RelayState.OFF);
    }
  }

  @Test
  void anAnswerThatIsNeitherOnNorOff() throws Exception {
    Files.writeString(ports.resolve("swp3"), "\n");
    try (OpenSsh server = new OpenSsh(keys, folder);
        SwitchSession session = open(server.access("ed25519", "ed25519"))) {
      assertThatThrownBy(() -> session.show("swp3"))
          .isInstanceOf(SwitchUnreachableException.class)
          .hasMessageContaining("neither on nor off");
    }
  }

  @Test
  void aSessionThatWasEndedBetweenCommandsIsOpenedAgain() throws Exception {
    try (OpenSsh server = new OpenSsh(keys, folder);
        SwitchSession session = open(server.access("ed25519", "ed25519"))) {
      server.dropSessions();
      switchesOnAndOff(session);
    }
  }

  @Test
  void aKeyThatTheServerDoesNotKnow() throws Exception {
    try (OpenSsh server = new OpenSsh(keys, folder)) {
      Files.writeString(folder.resolve("allowed"), "");
      assertThatThrownBy(() -> open(server.access("rsa", "rsa")))
          .isInstanceOf(AuthenticationFailedException.class)
          .hasMessageContaining("user_rsa")
          .hasMessageContaining("user root");
      Path broken = Files.writeString(folder.resolve("broken"), "no key at all");
      assertThatThrownBy(() -> open(server.access(broken, "rsa")))
          .isInstanceOf(NotConfiguredException.class)
          .hasMessageContaining(broken.toString());
    }
  }

  @Test
  void nothingListens() {
    int port;
    try (OpenSsh server = new OpenSsh(keys, folder)) {
      port = server.port();
      SwitchAccess access = server.access("rsa", "rsa");
      server.close();
      assertThatThrownBy(() -> open(access))
          .isInstanceOf(SwitchUnreachableException.class)
          .hasMessageContaining("tor1")
          .hasMessageContaining("port " + port)
          .hasMessageContaining("refused");
    }
  }

  @Test
  void aServerThatSaysNothing() throws Exception {
    Patience short_ =
        new Patience(
            Duration.ofSeconds(1),
            Duration.ofMillis(700),
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            0,
            Duration.ofSeconds(1));
    try (ServerSocket mute = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      SwitchAccess access =
          StandInSwitch.access(
              new SwitchAccess.Ssh(
                  mute.getLocalPort(),
                  "qa",
                  java.util.Optional.of(new Secret(Secret.Kind.ENVIRONMENT, "TOR1_PASSWORD")),
                  java.util.Optional.empty(),
                  java.util.Optional.empty(),
                  java.util.Optional.of("SHA256:" + "A".repeat(43)),
                  java.util.Optional.empty()));
      assertThatThrownBy(
              () ->
                  SwitchSession.open(
                      access, TestProfiles.modes(), Reach.HERE, transcript, secrets, short_))
          .isInstanceOf(SwitchUnreachableException.class)
          .hasMessageContaining("key exchange");
    }
  }
}
