package dev.hairpin.switches;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.keyboard.DefaultKeyboardInteractiveAuthenticator;
import org.apache.sshd.server.auth.keyboard.KeyboardInteractiveAuthenticator;

/** A switch that isn't one: a real SSH server on this machine, with habits to be chosen. */
final class StandInSwitch implements AutoCloseable {
  static final String PASSWORD = "geheim-7";
  static final String ENABLE = "noch-geheimer";

  /** How it behaves; to be set before it is logged in to. */
  static final class Habits {
    boolean echo = true;
    boolean colours;
    boolean askEnable;
    boolean unprivileged;
    boolean passwordAuth = true;
    boolean truthful = true;
    boolean logAtPrompt;
    boolean logBetween;
    boolean coveredPrompt;
    String banner = "";
    String newline = "\r\n";
    Optional<String> silentAfter = Optional.empty();
    Optional<String> slowAfter = Optional.empty();
    Optional<String> dropBefore = Optional.empty();
    Optional<String> dropAfter = Optional.empty();
    int drops = 1;
  }

  final Habits habits = new Habits();
  final List<String> commands = new CopyOnWriteArrayList<>();
  final List<String> passwords = new CopyOnWriteArrayList<>();
  final Map<String, Boolean> relay = new ConcurrentHashMap<>(Map.of("Ethernet1", false));

  /** What it says to commands that it doesn't know by itself. */
  volatile Function<String, Optional<String>> also = typed -> Optional.empty();

  final AtomicInteger logins = new AtomicInteger();
  final AtomicInteger dropsLeft = new AtomicInteger(-1);
  private final SshServer server = SshServer.setUpDefaultServer();
  private final List<KeyPair> keys = new ArrayList<>();

  StandInSwitch(String... keyTypes) {
    try {
      for (String type : keyTypes.length == 0 ? new String[] {"EC"} : keyTypes) {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(type);
        if (type.equals("RSA")) {
          generator.initialize(2048);
        } else if (type.equals("EC")) {
          generator.initialize(256);
        }
        keys.add(generator.generateKeyPair());
      }
    } catch (java.security.GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  StandInSwitch start() {
    server.setHost("127.0.0.1");
    server.setKeyPairProvider(KeyPairProvider.wrap(keys));
    if (habits.passwordAuth) {
      server.setPasswordAuthenticator((user, password, session) -> allowed(user, password));
      server.setKeyboardInteractiveAuthenticator(KeyboardInteractiveAuthenticator.NONE);
    } else {
      server.setPasswordAuthenticator((user, password, session) -> allowed(user, password));
      server.setUserAuthFactoriesNames("keyboard-interactive");
      server.setKeyboardInteractiveAuthenticator(DefaultKeyboardInteractiveAuthenticator.INSTANCE);
    }
    server.setShellFactory(channel -> new StandInShell(this));
    try {
      server.start();
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
    dropsLeft.compareAndSet(-1, habits.drops);
    return this;
  }

  int port() {
    return server.getPort();
  }

  String fingerprint(int key) {
    return HostKeyCheck.fingerprintOf(keys.get(key).getPublic());
  }

  KeyPair key(int index) {
    return keys.get(index);
  }

  /** As the lab file would give it. */
  SwitchAccess access(String hostKey) {
    return access(
        new SwitchAccess.Ssh(
            port(),
            "qa",
            Optional.of(new Secret(Secret.Kind.ENVIRONMENT, "TOR1_PASSWORD")),
            Optional.empty(),
            Optional.of(new Secret(Secret.Kind.ENVIRONMENT, "TOR1_ENABLE")),
            Optional.of(hostKey),
            Optional.empty()));
  }

  static SwitchAccess access(SwitchAccess.Ssh ssh) {
    return new SwitchAccess(
        "tor1", "modes", "127.0.0.1", SwitchAccess.Control.SSH, Optional.of(ssh), Optional.empty());
  }

  SwitchAccess access() {
    return access(fingerprint(0));
  }

  static Secrets secrets() {
    return new Secrets(Map.of("TOR1_PASSWORD", PASSWORD, "TOR1_ENABLE", ENABLE));
  }

  private boolean allowed(String user, String password) {
    passwords.add(password);
    return user.equals("qa") && password.equals(PASSWORD);
  }

  @Override
  public void close() {
    try {
      server.stop(true);
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }
}
