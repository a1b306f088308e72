package dev.hairpin.embedded;

import dev.hairpin.linux.Child;
import dev.hairpin.linux.ChildCommand;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The switch's SSH server and SNMP agent, and the switch itself where it is a process. */
final class SwitchServers {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int SSH_PORT = 22;
  // 192.0.2.2:161 as /proc/net/udp writes it
  private static final String SNMP_SOCKET = " 020200C0:00A1 ";

  private final LabNamespaces namespaces;
  private final Child sshd;
  private final Child snmpd;
  private final Optional<ForwardingProcess> forwarding;

  private SwitchServers(
      LabNamespaces namespaces, Child sshd, Child snmpd, Optional<ForwardingProcess> forwarding) {
    this.namespaces = namespaces;
    this.forwarding = forwarding;
    this.sshd = sshd;
    this.snmpd = snmpd;
  }

  /** Starts all of them, side by side. */
  static SwitchServers start(LabNamespaces namespaces, LabFolder folder, EmbeddedOptions options)
      throws IOException {
    boolean keepAlive = options.keepAlive();
    Optional<ForwardingProcess> forwarding = forwarding(namespaces, folder, options);
    ChildCommand sshd =
        ChildCommand.of(
            "sshd of the embedded lab",
            namespaces.id(),
            namespaces.switching(),
            folder.file("sshd.log"),
            "/bin/sh",
            folder.file("sshd.sh").toString(),
            folder.path().toString());
    ChildCommand snmpd =
        ChildCommand.of(
            "snmpd of the embedded lab",
            namespaces.id(),
            namespaces.switching(),
            folder.file("snmpd.log"),
            "env",
            // No MIB files: they are for people, and reading them takes time.
            "MIBS=",
            "MIBDIRS=",
            "SNMPCONFPATH=%s:%s".formatted(folder.file("snmp"), folder.file("snmp-state")),
            "SNMP_PERSISTENT_DIR=" + folder.file("snmp-state"),
            "OVS_RUNDIR=" + folder.file(OpenVswitch.FOLDER),
            "/usr/sbin/snmpd",
            "-f",
            "-Le",
            "-I",
            "-smux,mteTrigger,mteTriggerConf,mteEvent");
    return new SwitchServers(
        namespaces,
        Child.start(keepAlive ? sshd.outlivingUs() : sshd),
        Child.start(keepAlive ? snmpd.outlivingUs() : snmpd),
        forwarding);
  }

  private static Optional<ForwardingProcess> forwarding(
      LabNamespaces namespaces, LabFolder folder, EmbeddedOptions options) throws IOException {
    boolean keepAlive = options.keepAlive();
    return switch (options.kind()) {
      case LINUX_BRIDGE -> Optional.empty();
      case OPEN_VSWITCH -> Optional.of(OpenVswitch.start(namespaces, folder, keepAlive));
      case FORWARDING_PLANE ->
          Optional.of(
              PlaneProcess.start(namespaces, folder, options.fault().orElseThrow(), keepAlive));
    };
  }

  /**
   * Waits until the SSH server has said its banner and the SNMP agent has its socket (which it
   * opens after all else), and a switch that is a process forwards.
   *
   * @throws IOException when one of them ends, or ten seconds have passed, with its last words
   */
  void awaitReady() throws IOException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    String seen = "nothing";
    while (!seen.startsWith("SSH-2.0-")) {
      check(sshd, deadline, "the banner on %s:%d".formatted(address(), SSH_PORT), seen);
      seen = banner();
    }
    seen = "";
    while (!seen.contains(SNMP_SOCKET)) {
      check(snmpd, deadline, "its UDP socket on %s:161".formatted(address()), "no such socket");
      seen = sockets();
    }
    while (forwarding.isPresent() && !forwarding.get().ready()) {
      check(forwarding.get().child(), deadline, "all of its ports", "not all of them");
      pause();
    }
  }

  private static String address() {
    return LabNamespaces.SWITCH_ADDRESS;
  }

  private static void check(Child server, long deadline, String wanted, String seen)
      throws IOException {
    boolean ended = !server.alive();
    if (ended || System.nanoTime() > deadline) {
      throw new IOException(
          "%s %s while %s was waited for (last seen: %s); its last words: %s"
              .formatted(
                  server.name(),
                  ended ? "ended" : "took more than " + PATIENCE.toSeconds() + " s",
                  wanted,
                  seen,
                  server.lastWords()));
    }
  }

  private String banner() throws IOException {
    try {
      return namespaces.management().call(SwitchServers::readBanner);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for sshd");
    } catch (Exception failure) {
      pause();
      return String.valueOf(failure.getMessage());
    }
  }

  private static String readBanner() throws IOException {
    try (Socket socket = new Socket()) {
      int millis = (int) PATIENCE.toMillis();
      socket.connect(new InetSocketAddress(address(), SSH_PORT), millis);
      socket.setSoTimeout(millis);
      return new String(socket.getInputStream().readNBytes(8), StandardCharsets.US_ASCII);
    }
  }

  private String sockets() throws IOException {
    String sockets = Files.readString(Path.of("/proc", Long.toString(snmpd.pid()), "net", "udp"));
    if (!sockets.contains(SNMP_SOCKET)) {
      pause();
    }
    return sockets;
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(5);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for the embedded switch");
    }
  }
}
