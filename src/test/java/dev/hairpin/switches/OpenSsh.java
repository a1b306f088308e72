package dev.hairpin.switches;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real OpenSSH server on this machine, with keys and configuration of its own. */
final class OpenSsh implements AutoCloseable {
  private final Path keys;
  private final Path folder;
  private final int port;
  private final Process server;

  /**
   * Starts it.
   *
   * @param keys where the keys are, or are made by the first one that comes
   * @param folder for its own files
   */
  OpenSsh(Path keys, Path folder, String... options) {
    this(List.of(), Reach.HERE, keys, folder, options);
  }

  /** The same in another place: what a command starts with to run there, and the way there. */
  OpenSsh(List<String> prefix, Reach reach, Path keys, Path folder, String... options) {
    this.keys = keys;
    this.folder = folder;
    this.port = freePort();
    try {
      Files.createDirectories(Path.of("/run/sshd"));
      for (String type : List.of("ed25519", "ecdsa", "rsa")) {
        keygen("host_" + type, type);
        keygen("user_" + type, type);
      }
      keygen("user_pem", "rsa", "-m", "PEM");
      StringBuilder allowed = new StringBuilder();
      for (String type : List.of("ed25519", "ecdsa", "rsa", "pem")) {
        allowed.append(Files.readString(keys.resolve("user_" + type + ".pub")));
      }
      Files.writeString(folder.resolve("allowed"), allowed);
      Path config = folder.resolve("sshd_config");
      Files.write(
          config,
          Stream.concat(
                  Stream.of(
                      "Port " + port,
                      "ListenAddress 127.0.0.1",
                      "PidFile none",
                      "UsePAM no",
                      "StrictModes no",
                      "PermitRootLogin yes",
                      "PasswordAuthentication no",
                      "KbdInteractiveAuthentication no",
                      "AuthorizedKeysFile " + folder.resolve("allowed"),
                      "HostKey " + keys.resolve("host_ed25519"),
                      "HostKey " + keys.resolve("host_ecdsa"),
                      "HostKey " + keys.resolve("host_rsa")),
                  Stream.of(options))
              .toList());
      server =
          new ProcessBuilder(
                  Stream.concat(
                          prefix.stream(),
                          Stream.of("/usr/sbin/sshd", "-D", "-e", "-f", config.toString()))
                      .toList())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("sshd.log").toFile())
              .start();
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
    try {
      awaitListening(reach);
    } catch (IOException mute) {
      close();
      throw new UncheckedIOException(mute);
    }
  }

  Path userKey(String type) {
    return keys.resolve("user_" + type);
  }

  String fingerprint(String type) {
    return run("ssh-keygen", "-lf", keys.resolve("host_" + type + ".pub").toString()).split(" ")[1];
  }

  SwitchAccess access(String userKey, String hostKey) {
    return access(userKey(userKey), hostKey);
  }

  SwitchAccess access(Path userKey, String hostKey) {
    return StandInSwitch.access(
        new SwitchAccess.Ssh(
            port,
            "root",
            Optional.empty(),
            Optional.of(userKey),
            Optional.empty(),
            Optional.of(fingerprint(hostKey)),
            Optional.empty()));
  }

  /** Ends all sessions, as an administrator would; the server goes on. */
  void dropSessions() {
    server.toHandle().descendants().forEach(ProcessHandle::destroyForcibly);
  }

  int port() {
    return port;
  }

  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }

  static String run(String... command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes());
      if (!process.waitFor(20, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IllegalStateException(String.join(" ", command) + ": " + said);
      }
      return said;
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    } catch (InterruptedException stop) {
      throw new IllegalStateException(stop);
    }
  }

  private void keygen(String name, String type, String... more) {
    Path key = keys.resolve(name);
    if (!Files.exists(key)) {
      List<String> bits = type.equals("rsa") ? List.of("-b", "2048") : List.of();
      run(
          Stream.of(
                  Stream.of("ssh-keygen", "-q", "-N", "", "-t", type, "-f", key.toString()),
                  bits.stream(),
                  Stream.of(more))
              .flatMap(part -> part)
              .toArray(String[]::new));
    }
  }

  private void awaitListening(Reach reach) throws IOException {
    long deadline = System.nanoTime() + 10_000_000_000L;
    while (true) {
      try {
        reach.call(
            () -> {
              try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress("127.0.0.1", port), 500);
              }
              return port;
            });
        return;
      } catch (Exception notYet) {
        if (System.nanoTime() > deadline || !server.isAlive()) {
          throw new IOException(
              "sshd does not listen: " + Files.readString(folder.resolve("sshd.log")), notYet);
        }
        Thread.onSpinWait();
      }
    }
  }

  @Override
  public void close() {
    dropSessions();
    server.destroyForcibly().onExit().join();
  }
}
