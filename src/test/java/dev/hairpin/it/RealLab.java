package dev.hairpin.it;

import static dev.hairpin.it.FaultsHarness.sh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A KVM host and a switch that the program knows from a lab file alone: two namespaces, and a real
 * OpenSSH server with a password in one of them.
 */
final class RealLab implements AutoCloseable {
  static final String PASSWORD = "first-light";

  private static final String PASSWORD_HASH =
      "$6$4PulzQV/3NgPhrwn$kL3AFWYaLIbpbPk2w.bfPMTga7h.Kdj78GK8o7p78tm7dVdjmtzSes9/Y0c5D6UiJnC5qAhcbi3F8LPNX0SWm0";
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final String SETUP =
      """
      ip netns add HOST
      ip netns add SW
      ip -n HOST link set lo up
      ip -n SW link set lo up
      ip -n SW link add br0 type bridge mcast_snooping 0
      ip -n SW link set br0 up
      for pair in eth3:swp1:31:41 eth4:swp2:32:42; do
        IFS=: read nic port one two <<END
      $pair
      END
        ip -n HOST link add $nic index $one type veth peer name $port index $two netns SW
        ip -n HOST link set $nic up
        ip -n SW link set $port up master br0
      done
      ip -n HOST link add mgmt0 index 33 type veth peer name mgmt0 index 43 netns SW
      ip -n HOST address add 192.0.2.1/24 dev mgmt0
      ip -n SW address add 192.0.2.2/24 dev mgmt0
      ip -n HOST link set mgmt0 up
      ip -n SW link set mgmt0 up
      """;
  private static final String SSHD_CONFIG =
      """
      ListenAddress 192.0.2.2
      HostKey FOLDER/host-key
      PidFile none
      PasswordAuthentication yes
      PermitRootLogin yes
      AuthenticationMethods password
      UsePAM no
      UseDNS no
      PrintMotd no
      PrintLastLog no
      SetEnv HOME=FOLDER
      """;
  private static final String SSHD_SCRIPT =
      """
      mount -n -t tmpfs -o mode=755,size=1m hairpin-test /run
      mkdir -m 755 /run/sshd
      mount -n --bind FOLDER/shadow /etc/shadow
      for each in wtmp btmp lastlog; do
        if [ -e /var/log/$each ]; then mount -n --bind FOLDER/$each /var/log/$each; fi
      done
      exec /usr/sbin/sshd -D -e -f FOLDER/sshd_config
      """;

  private final Path folder;
  private final String name;
  private Process sshd;

  private RealLab(Path folder) {
    this.folder = folder;
    this.name = "hpt-itf-%d-%d".formatted(ProcessHandle.current().pid(), COUNT.incrementAndGet());
  }

  static RealLab up(Path parent) throws Exception {
    RealLab lab = new RealLab(Files.createDirectory(parent.resolve("real-lab")));
    try {
      sh(lab.filled(SETUP));
      sh("ssh-keygen -q -t ed25519 -N '' -f " + lab.folder.resolve("host-key"));
      Files.writeString(
          lab.folder.resolve("shadow"), "root:%s:20000:0:99999:7:::%n".formatted(PASSWORD_HASH));
      for (String each : List.of("wtmp", "btmp", "lastlog")) {
        Files.createFile(lab.folder.resolve(each));
      }
      Files.writeString(lab.folder.resolve("sshd_config"), lab.filled(SSHD_CONFIG));
      Files.writeString(lab.folder.resolve("sshd.sh"), "set -e\n" + lab.filled(SSHD_SCRIPT));
      lab.startSshd();
      return lab;
    } catch (Exception | AssertionError failed) {
      lab.close();
      throw failed;
    }
  }

  private String filled(String text) {
    return text.replace("HOST", host())
        .replace("SW", switching())
        .replace("FOLDER", folder.toString());
  }

  String host() {
    return name + "-h";
  }

  String switching() {
    return name + "-s";
  }

  String inHost(String command) throws Exception {
    return sh("ip netns exec %s %s".formatted(host(), command));
  }

  String inSwitch(String command) throws Exception {
    return sh("ip netns exec %s %s".formatted(switching(), command));
  }

  /** Starts the switch's SSH server and waits until it answers. */
  void startSshd() throws Exception {
    sshd =
        new ProcessBuilder("ip", "netns", "exec", switching(), "sh", folder + "/sshd.sh")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("sshd.log").toFile()))
            .start();
    FaultsHarness.until(
        "sshd listens", () -> sockets().contains(":22 ") || fail("sshd ended: " + log()));
  }

  private boolean fail(String why) {
    if (!sshd.isAlive()) {
      throw new AssertionError(why);
    }
    return false;
  }

  private String sockets() {
    try {
      return sh("ip netns exec %s ss -Hltn".formatted(switching()));
    } catch (Exception failed) {
      throw new AssertionError(failed);
    }
  }

  /** What the SSH server has logged. */
  String log() {
    try {
      return Files.readString(folder.resolve("sshd.log"));
    } catch (IOException failed) {
      return failed.toString();
    }
  }

  /** Ends the server and every session of it, as a switch that loses its power does. */
  void stopSshd() throws Exception {
    List<ProcessHandle> sessions = sshd.descendants().toList();
    sshd.destroyForcibly();
    sessions.forEach(ProcessHandle::destroyForcibly);
    sshd.waitFor();
  }

  /** Ends the sessions alone: the next one is welcome. */
  int cutSessions() {
    List<ProcessHandle> sessions = sshd.descendants().toList();
    sessions.forEach(ProcessHandle::destroyForcibly);
    return sessions.size();
  }

  /** Whether the uplink's port reflects. */
  boolean reflects() {
    try {
      return inSwitch("cat /sys/class/net/swp1/brport/hairpin_mode").equals("1");
    } catch (Exception failed) {
      throw new AssertionError(failed);
    }
  }

  void reflect(boolean on) throws Exception {
    inSwitch("bridge link set dev swp1 hairpin " + (on ? "on" : "off"));
  }

  /** Links of the host, but for those that it came with. */
  List<String> strangers() throws Exception {
    return inHost("ls /sys/class/net")
        .lines()
        .filter(each -> !List.of("lo", "eth3", "eth4", "mgmt0").contains(each))
        .toList();
  }

  String hostKey() throws Exception {
    return sh("ssh-keygen -l -f %s.pub | cut -d' ' -f2".formatted(folder.resolve("host-key")));
  }

  /** What the lab file's secrets stand for. */
  Map<String, String> secrets() {
    return Map.of("TOR1_PASSWORD", PASSWORD);
  }

  /** A lab file as it should be. */
  String yaml() throws Exception {
    return """
        lab: faults
        uplinks:
          - {name: tor1, nic: eth3, switch: tor1, port: swp1}
        upstream: {nic: eth4}
        switches:
          - name: tor1
            profile: linux-bridge
            address: 192.0.2.2
            control: ssh
            ssh:
              username: root
              password: env:TOR1_PASSWORD
              host-key: "%s"
        waivers:
          - check: vepa-link-local-not-reflected
            diagnosis: link-local-reflected
            reason: a Linux bridge without spanning tree forwards that group
        """
        .formatted(hostKey());
  }

  /** Writes a lab file. */
  Path file(String yaml) throws IOException {
    return Files.writeString(folder.resolve("lab.yaml"), yaml);
  }

  @Override
  public void close() throws Exception {
    if (sshd != null) {
      stopSshd();
    }
    for (String each : List.of(host(), switching())) {
      if (Files.exists(Path.of("/run/netns", each))) {
        sh("ip netns del " + each);
      }
    }
  }
}
