package dev.hairpin.switches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Ways in to real OpenSSH servers: old algorithms, a jump host, the agent, locked keys. */
@Timeout(90)
class SshLoginTest {
  private static final String WRONG = "SHA256:" + "A".repeat(43);
  private static final Secret PASSPHRASE = new Secret(Secret.Kind.ENVIRONMENT, "PASSPHRASE");

  @TempDir private static Path keys;
  @TempDir private Path folder;
  @TempDir private Path jumpFolder;
  private Secrets secrets = new Secrets(Map.of("PASSPHRASE", "offen-bar"));
  private Transcript transcript = Transcript.unwritten(secrets);
  private Excerpt said = transcript.follow("tor1");

  @BeforeEach
  void makePort() throws Exception {
    Files.writeString(folder.resolve("swp1"), "hairpin off\n");
  }

  private void switchesOn(SwitchAccess.Ssh ssh) throws SwitchException {
    try (SwitchSession session = open(ssh)) {
      assertThat(session.set("swp1", RelayState.ON).found()).isEqualTo(RelayState.ON);
    }
  }

  private SwitchSession open(SwitchAccess.Ssh ssh) throws SwitchException {
    return SwitchSession.open(
        StandInSwitch.access(ssh),
        TestProfiles.bash(folder.toString()),
        Reach.HERE,
        transcript,
        secrets);
  }

  private static SwitchAccess.Ssh ssh(
      OpenSsh server, Optional<Path> key, Optional<SwitchAccess.Via> via) {
    return new SwitchAccess.Ssh(
        server.port(),
        "root",
        Optional.empty(),
        key,
        Optional.empty(),
        key.isEmpty(),
        Optional.empty(),
        Optional.of(server.fingerprint("ed25519")),
        Optional.empty(),
        SwitchAccess.Algorithms.MODERN,
        via);
  }

  private static SwitchAccess.Ssh legacy(SwitchAccess.Ssh ssh, String hostKey) {
    return new SwitchAccess.Ssh(
        ssh.port(),
        ssh.username(),
        ssh.password(),
        ssh.privateKey(),
        ssh.privateKeyPassphrase(),
        ssh.agent(),
        ssh.enablePassword(),
        Optional.of(hostKey),
        ssh.knownHosts(),
        SwitchAccess.Algorithms.LEGACY,
        ssh.via());
  }

  @Test
  void oldAlgorithmsOnlyWhereTheLabFileAllowsThem() throws Exception {
    for (String option :
        new String[] {
          "KexAlgorithms diffie-hellman-group1-sha1",
          "KexAlgorithms diffie-hellman-group14-sha1",
          "KexAlgorithms diffie-hellman-group-exchange-sha1",
          "Ciphers 3des-cbc",
          "Ciphers aes128-cbc",
          "HostKeyAlgorithms ssh-rsa"
        }) {
      try (OpenSsh server = new OpenSsh(keys, folder, option)) {
        String host = option.contains("rsa") ? "rsa" : "ed25519";
        SwitchAccess.Ssh modern = server.access("ed25519", host).ssh().orElseThrow();
        String name = option.substring(option.indexOf(' ') + 1);
        assertThatThrownBy(() -> open(modern))
            .as(option)
            .isInstanceOf(SwitchUnreachableException.class)
            .hasMessageContaining("offers only old SSH algorithms here: " + name)
            .hasMessageContaining("ssh.algorithms: legacy");
        switchesOn(legacy(modern, server.fingerprint(host)));
        assertThat(transcript.notes()).anyMatch(note -> note.contains(name));
      }
    }
  }

  @Test
  void throughAJumpHost() throws Exception {
    try (OpenSsh jump = new OpenSsh(keys, jumpFolder);
        OpenSsh server = new OpenSsh(keys, folder)) {
      SwitchAccess.Via via = via(jump, jump.fingerprint("ed25519"));
      Optional<Path> key = Optional.of(server.userKey("ed25519"));
      switchesOn(ssh(server, key, Optional.of(via)));
      assertThat(said.entries()).anyMatch(each -> each.text().contains("through the jump host"));
      assertThatThrownBy(() -> open(ssh(server, key, Optional.of(via(jump, WRONG)))))
          .isInstanceOf(HostKeyMismatchException.class)
          .hasMessageContaining("jump host")
          .hasMessageContaining("ssh.via.host-key");
      int gone = server.port();
      server.close();
      assertThatThrownBy(() -> open(ssh(server, key, Optional.of(via))))
          .isInstanceOf(SwitchUnreachableException.class)
          .hasMessageContaining("the jump host 127.0.0.1 does not connect to it")
          .hasMessageContaining("port " + gone);
    }
  }

  private static SwitchAccess.Via via(OpenSsh jump, String hostKey) {
    return new SwitchAccess.Via(
        "127.0.0.1",
        new SwitchAccess.Ssh(
            jump.port(),
            "root",
            Optional.empty(),
            Optional.of(jump.userKey("rsa")),
            Optional.empty(),
            Optional.of(hostKey),
            Optional.empty()));
  }

  @Test
  void aKeyWithAPassphrase() throws Exception {
    Path key = folder.resolve("locked");
    OpenSsh.run("ssh-keygen", "-q", "-t", "ed25519", "-N", "offen-bar", "-f", key.toString());
    try (OpenSsh server = new OpenSsh(keys, folder)) {
      Files.copy(
          Path.of(key + ".pub"),
          folder.resolve("allowed"),
          java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      SwitchAccess.Ssh plain = ssh(server, Optional.of(key), Optional.empty());
      switchesOn(
          new SwitchAccess.Ssh(
              plain.port(),
              "root",
              Optional.empty(),
              Optional.of(key),
              Optional.of(PASSPHRASE),
              false,
              Optional.empty(),
              plain.hostKey(),
              Optional.empty(),
              SwitchAccess.Algorithms.MODERN,
              Optional.empty()));
      assertThatThrownBy(() -> open(plain))
          .isInstanceOf(NotConfiguredException.class)
          .hasMessageContaining("ssh.private-key-passphrase");
    }
  }

  @Test
  void theAgentsKeys() throws Exception {
    Path socket = folder.resolve("agent");
    Process agent =
        new ProcessBuilder("ssh-agent", "-D", "-a", socket.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (OpenSsh server = new OpenSsh(keys, folder)) {
      while (!Files.exists(socket) && agent.isAlive()) {
        Thread.onSpinWait();
      }
      secrets = new Secrets(Map.of("SSH_AUTH_SOCK", socket.toString()));
      transcript = Transcript.unwritten(secrets);
      SwitchAccess.Ssh ssh = ssh(server, Optional.empty(), Optional.empty());
      assertThatThrownBy(() -> open(ssh))
          .isInstanceOf(AuthenticationFailedException.class)
          .hasMessageContaining("agent");
      for (String kind : new String[] {"rsa", "ecdsa", "ed25519"}) {
        add(socket, "-q", server.userKey(kind).toString());
        switchesOn(ssh);
        add(socket, "-q", "-D");
      }
    } finally {
      agent.destroyForcibly().waitFor();
    }
    assertThatThrownBy(() -> SshAgent.keys(dialogue(), SwitchAccess.Algorithms.MODERN))
        .isInstanceOf(NotConfiguredException.class)
        .hasMessageContaining("ssh-add -l");
  }

  private Dialogue dialogue() {
    return new Dialogue(new Place("tor1", "SSH", "127.0.0.1", 22), transcript, secrets);
  }

  private static void add(Path socket, String... arguments) throws Exception {
    ProcessBuilder command = new ProcessBuilder("ssh-add");
    command.command().addAll(java.util.List.of(arguments));
    command.environment().put("SSH_AUTH_SOCK", socket.toString());
    assertThat(command.redirectErrorStream(true).start().waitFor()).isZero();
  }
}
