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
  private final Path folder;
  private final int port;
  private final Process server;

  OpenSsh(Path folder, String... options) {
    this.folder = folder;
    this.port = freePort();
    try {
      Files.createDirectories(Path.of("/run/sshd"));
      for (String type : List.of("ed25519", "ecdsa", "rsa")) {
        if (!Files.exists(folder.resolve("host_" + type))) {
          keygen("host_" + type, type);
          keygen("user_" + type, type);
        }
      }
      keygen("user_pem", "rsa", "-m", "PEM");
      try (Stream<Path> files = Files.list(folder)) {
        StringBuilder allowed = new StringBuilder();
        for (Path file :
            files.filter(f -> f.getFileName().toString().matches("user_.*pub")).toList()) {
          allowed.append(Files.readString(file));
        }
        Files.writeString(folder.resolve("allowed"), allowed);
      }
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
                      "HostKey " + folder.resolve("host_ed25519"),
                      "HostKey " + folder.resolve("host_ecdsa"),
                      "HostKey " + folder.resolve("host_rsa")),
                  Stream.of(options))
              .toList());
      server =
          new ProcessBuilder("/usr/sbin/sshd", "-D", "-e", "-f", config.toString())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("sshd.log").toFile())
              .start();
      awaitListening();
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }

  Path userKey(String type) {
    return folder.resolve("user_" + type);
  }

  String fingerprint(String type) {
    return run("ssh-keygen", "-lf", folder.resolve("host_" + type + ".pub").toString())
        .split(" ")[1];
  }

  SwitchAccess access(String userKey, String hostKey) {
    return StandInSwitch.access(
        new SwitchAccess.Ssh(
            port,
            "root",
            Optional.empty(),
            Optional.of(userKey(userKey)),
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
    run(
        Stream.concat(
                Stream.of(
                    "ssh-keygen",
                    "-q",
                    "-N",
                    "",
                    "-t",
                    type,
                    "-f",
                    folder.resolve(name).toString()),
                Stream.of(more))
            .toArray(String[]::new));
  }

  private void awaitListening() throws IOException {
    long deadline = System.nanoTime() + 10_000_000_000L;
    while (true) {
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress("127.0.0.1", port), 500);
        return;
      } catch (IOException notYet) {
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
