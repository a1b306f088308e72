package dev.hairpin.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * A KVM host and a switch that belong to the test, not to the program: two network namespaces,
 * three cables and a management link between them, a Linux bridge with an OpenSSH server as the
 * switch. What the program is told of it stands in a lab file.
 */
final class Rack implements AutoCloseable {
  static final String SWITCH_ADDRESS = "198.51.100.10";

  private static final long DEADLINE_SECONDS = 10;

  private final String name;
  private final Path folder;
  private final Thread closing = new Thread(this::closeAtTheEnd, "hairpin-rack-closing");
  private Process sshd;

  private Rack(String name, Path folder) {
    this.name = name;
    this.folder = folder;
  }

  /**
   * Builds it.
   *
   * @param folder for its files
   * @param login what a login to the switch runs in place of a shell; empty for the shell itself
   */
  static Rack build(Path folder, String login) throws Exception {
    String name = "hpt-it-%06x".formatted(ThreadLocalRandom.current().nextInt(1 << 24));
    Rack rack = new Rack(name, folder);
    // A test run that is ended from outside closes nothing.
    Runtime.getRuntime().addShutdownHook(rack.closing);
    try {
      rack.layCables();
      rack.startSshd(login);
      return rack;
    } catch (Exception | AssertionError failure) {
      rack.close();
      throw failure;
    }
  }

  String host() {
    return name + "-host";
  }

  private String switching() {
    return name + "-sw";
  }

  private void layCables() throws Exception {
    Command.run("ip", "netns", "add", host());
    Command.run("ip", "netns", "add", switching());
    cable("eth3", 11, "swp1");
    cable("eth4", 12, "swp2");
    cable("eth5", 14, "swp3");
    cable("mgmt0", 13, "mgmt0");
    batch(
        host(),
        "link set lo up",
        "link set eth3 up",
        "link set eth4 up",
        "link set eth5 up",
        "address add 198.51.100.1/24 dev mgmt0",
        "link set mgmt0 up");
    batch(
        switching(),
        "link set lo up",
        "link add br0 type bridge stp_state 0 mcast_snooping 0",
        "link set br0 addrgenmode none up",
        "link set swp1 addrgenmode none master br0 up",
        "link set swp2 addrgenmode none master br0 up",
        "link set swp3 addrgenmode none master br0 up",
        "address add " + SWITCH_ADDRESS + "/24 dev mgmt0",
        "link set mgmt0 up");
    await(
        "three forwarding ports",
        () -> Command.run("ip", "-n", switching(), "-o", "-d", "link", "show", "master", "br0"),
        seen -> seen.split("bridge_slave state forwarding", -1).length == 4);
  }

  /** Ends of different indexes: with equal ones the kernel may take a second over the carrier. */
  private void cable(String hostEnd, int index, String switchEnd) throws Exception {
    batch(
        host(),
        "link add name %s index %d type veth peer name %s index %d netns %s"
            .formatted(hostEnd, index, switchEnd, index + 20, switching()));
  }

  private void batch(String namespace, String... lines) throws Exception {
    Path file = Files.write(folder.resolve("batch"), List.of(lines));
    Command.run("ip", "-n", namespace, "-batch", file.toString());
  }

  private void startSshd(String login) throws Exception {
    for (String each : List.of("host-key", "user-key")) {
      String key = folder.resolve(each).toString();
      Command.run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", name, "-f", key);
    }
    Files.writeString(folder.resolve("shadow"), "root:*:20000:0:99999:7:::\n");
    Files.writeString(
        folder.resolve("sshd_config"),
        """
        ListenAddress %s
        HostKey %s
        AuthorizedKeysFile %s
        AuthenticationMethods publickey
        PidFile none
        UsePAM no
        StrictModes no
        UseDNS no
        PrintLastLog no
        """
                .formatted(
                    SWITCH_ADDRESS, folder.resolve("host-key"), folder.resolve("user-key.pub"))
            + (login.isEmpty() ? "" : "ForceCommand " + login + "\n"));
    // The mounts are this server's own: 'ip netns exec' gives it a mount namespace.
    String start =
        """
        cd "$0" && mount -n --bind shadow /etc/shadow &&
        mkdir -p /run/sshd && exec /usr/sbin/sshd -D -e -f "$0/sshd_config"
        """;
    ProcessBuilder server =
        new ProcessBuilder(
            "ip", "netns", "exec", switching(), "sh", "-c", start, folder.toString());
    sshd =
        server
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("sshd.log").toFile())
            .start();
    await(
        "the switch's SSH server",
        () -> Files.readString(folder.resolve("sshd.log")),
        said -> said.contains("Server listening on " + SWITCH_ADDRESS));
  }

  /** What can be looked at until it is as it should be. */
  private interface Look {
    String at() throws Exception;
  }

  private void await(String what, Look look, Predicate<String> ready) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(DEADLINE_SECONDS);
    String seen = look.at();
    while (!ready.test(seen)) {
      assertThat(System.nanoTime())
          .as("%s within %d s; last seen: %s", what, DEADLINE_SECONDS, seen)
          .isLessThan(deadline);
      Thread.onSpinWait();
      seen = look.at();
    }
  }

  /** The lab file for it, with the waivers that Linux and veth need. */
  Path labFile() throws IOException {
    return Files.writeString(folder.resolve("my.yaml"), labText());
  }

  /** The same without an upstream station. */
  Path labFileWithoutUpstream() throws IOException {
    return Files.writeString(
        folder.resolve("no-upstream.yaml"), labText().replace("upstream:\n  nic: eth4\n", ""));
  }

  String labText() throws IOException {
    try (var model = Rack.class.getResourceAsStream("rack.yaml")) {
      return new String(model.readAllBytes())
          .replace("{address}", SWITCH_ADDRESS)
          .replace("{folder}", folder.toString())
          .replace("{host-key}", fingerprint());
    }
  }

  private String fingerprint() throws IOException {
    try {
      String key = folder.resolve("host-key.pub").toString();
      return Command.run("ssh-keygen", "-l", "-f", key).split(" ")[1];
    } catch (IOException failed) {
      throw failed;
    } catch (Exception failed) {
      throw new IOException(failed);
    }
  }

  /** The same with other words in it: {@code port: swp1} for {@code port: swp3}, say. */
  Path labFile(String name, String words, String others) throws IOException {
    assertThat(labText()).contains(words);
    return Files.writeString(folder.resolve(name + ".yaml"), labText().replace(words, others));
  }

  /** The same with two changes. */
  Path labFile(String name, String words, String others, String more, String evenMore)
      throws IOException {
    assertThat(labText()).contains(words, more);
    return Files.writeString(
        folder.resolve(name + ".yaml"), labText().replace(words, others).replace(more, evenMore));
  }

  /** What the kernel of the switch says of a port that no lab file of a test may change. */
  String bystander() throws Exception {
    return Command.run("bridge", "-n", switching(), "-d", "link", "show", "dev", "swp3");
  }

  /** What the kernel of the switch says of the uplink's port: the truth behind any readback. */
  String realPort() throws Exception {
    return Command.run("bridge", "-n", switching(), "-d", "link", "show", "dev", "swp1");
  }

  /** Lets the uplink's port drop longer frames, whatever a host's NIC may send. */
  void uplinkTakesPayloadsUpTo(int octets) throws Exception {
    batch(switching(), "link set swp1 mtu " + octets);
  }

  void reallyReflects(boolean on) throws Exception {
    Command.run(
        "bridge", "-n", switching(), "link", "set", "dev", "swp1", "hairpin", on ? "on" : "off");
  }

  /** Makes sure that the host and the switch are as they were built. */
  void assertUntouched() throws Exception {
    Leftovers.assertNoStations(host());
    assertThat(realPort()).contains("hairpin off");
  }

  private void closeAtTheEnd() {
    try {
      takeDown();
    } catch (Exception | AssertionError failed) {
      System.err.println("rack " + name + " is left: " + failed);
    }
  }

  @Override
  public void close() throws Exception {
    takeDown();
    Runtime.getRuntime().removeShutdownHook(closing);
  }

  private void takeDown() throws Exception {
    if (sshd != null) {
      sshd.descendants().forEach(ProcessHandle::destroyForcibly);
      sshd.destroyForcibly().waitFor();
    }
    for (String each : List.of(host(), switching())) {
      Command.run("sh", "-c", "[ ! -e /run/netns/$0 ] || ip netns delete $0", each);
    }
  }
}
