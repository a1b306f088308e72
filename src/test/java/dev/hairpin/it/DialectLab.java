package dev.hairpin.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hairpin.dialect.Device;
import dev.hairpin.dialect.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A KVM host and a switch in two namespaces. The switch's ports are those of a real bridge; its
 * command line is a vendor's dialect.
 */
final class DialectLab implements AutoCloseable {
  private static final String ADDRESS = "198.51.100.10";
  private static final long DEADLINE_SECONDS = 180;
  private static final String SETUP =
      """
      set -e
      ip netns add H
      ip netns add S
      ip -n H link set lo up
      ip -n S link set lo up
      ip -n H link add eth3 index 11 type veth peer name swp1 index 31 netns S
      ip -n H link add eth4 index 12 type veth peer name swp2 index 32 netns S
      ip -n H link add mgmt0 index 13 type veth peer name mgmt0 index 33 netns S
      ip -n S link add br0 type bridge stp_state 0 mcast_snooping 0
      ip -n S link set br0 addrgenmode none up
      for each in swp1 swp2; do ip -n S link set $each addrgenmode none master br0 up; done
      ip -n H link set eth3 up
      ip -n H link set eth4 up
      ip -n H address add 198.51.100.1/24 dev mgmt0
      ip -n S address add 198.51.100.10/24 dev mgmt0
      ip -n H link set mgmt0 up
      ip -n S link set mgmt0 up
      tries=0
      until [ "$(ip -n S -o -d link show master br0 | grep -c 'bridge_slave state forwarding')" = 2 ]; do
        tries=$((tries + 1))
        [ $tries -lt 500 ]
        sleep 0.01
      done
      # A switch that speaks spanning tree keeps its group address to itself. Ports that forward
      # already go on.
      ip -n S link set br0 type bridge stp_state 1
      """;

  final Vendor vendor;
  private final Path folder;
  private final String name;
  private final Map<String, String> secrets = new HashMap<>(DialectSwitch.secrets());
  private DialectSwitch device;
  private String port;
  private int runs;
  private String configured = "";

  private DialectLab(Vendor vendor, Path folder) {
    this.vendor = vendor;
    this.port = vendor.uplink;
    this.folder = folder;
    this.name = "hpt-dia-%06x".formatted(ThreadLocalRandom.current().nextInt(1 << 24));
  }

  static DialectLab up(Vendor vendor, Path folder) throws Exception {
    DialectLab lab = new DialectLab(vendor, folder);
    try {
      Command.run("sh", "-c", lab.filled(SETUP));
      lab.device = DialectSwitch.start(vendor, lab.name + "-s", ADDRESS, folder);
      lab.configured = lab.device().configuration();
      return lab;
    } catch (Exception | AssertionError failed) {
      lab.close();
      throw failed;
    }
  }

  Device device() {
    return device.device;
  }

  private String filled(String text) {
    return text.replace("netns add H", "netns add " + name + "-h")
        .replace("netns add S", "netns add " + name + "-s")
        .replace("-n H", "-n " + name + "-h")
        .replace("-n S", "-n " + name + "-s")
        .replace("netns S", "netns " + name + "-s");
  }

  /** The lab file names this port, wherever the cable is. */
  DialectLab naming(String wrong) {
    port = wrong;
    return this;
  }

  /** The uplink's port is a member of this aggregate. */
  DialectLab bundled(String aggregate) {
    device().bundle(aggregate, vendor.uplink);
    configured = device().configuration();
    return this;
  }

  /** The switch has one port more, with nothing plugged in. */
  DialectLab withUnusedPort(String more) {
    device().port(more, "none");
    configured = device().configuration();
    return this;
  }

  DialectLab with(Fault fault) {
    device.fault(fault);
    return this;
  }

  /** The lab file gives this version of SNMP. */
  DialectLab version(int wanted) {
    device.version = wanted;
    return this;
  }

  DialectLab withUser(String wrong) {
    device.user = wrong;
    return this;
  }

  DialectLab withKey(String wrong) {
    device.key = wrong;
    return this;
  }

  DialectLab withPassword(String wrong) {
    return withSecret("TOR1_PASSWORD", wrong);
  }

  DialectLab withEnable(String wrong) {
    return withSecret("TOR1_ENABLE", wrong);
  }

  DialectLab withAuthentication(String wrong) {
    return withSecret("TOR1_AUTHENTICATION", wrong);
  }

  DialectLab withPrivacy(String wrong) {
    return withSecret("TOR1_PRIVACY", wrong);
  }

  DialectLab withCommunity(String wrong) {
    return withSecret("TOR1_COMMUNITY", wrong);
  }

  private DialectLab withSecret(String name, String wrong) {
    secrets.put(name, wrong);
    return this;
  }

  /** The address of the uplink's NIC. */
  String nicAddress() throws Exception {
    return Command.run("ip", "netns", "exec", name + "-h", "cat", "/sys/class/net/eth3/address")
        .strip();
  }

  String key() {
    return device.key;
  }

  private Path file() throws Exception {
    return Files.writeString(
        folder.resolve("lab.yaml"),
        """
        lab: dialect
        uplinks:
          - {name: tor1, nic: eth3, switch: tor1, port: "%s"}
        upstream: {nic: eth4}
        switches:
        %s"""
            .formatted(port, device.entry("tor1")));
  }

  /** {@code hairpin run} in the host's namespace with these tags. */
  Outcome run(String tags) throws Exception {
    Path out = folder.resolve("report-" + ++runs);
    Command.Finished finished =
        hairpin("run", "--lab", file().toString(), "--tags", tags, "--out", out.toString());
    assertThat(out.resolve("results.json")).as(finished.err()).exists();
    return new Outcome(finished, RunReport.read(out));
  }

  /** A run that is over. */
  record Outcome(Command.Finished finished, RunReport report) {}

  /** {@code hairpin switch} of the uplink's port. */
  Command.Finished byHand(String command, String... more) throws Exception {
    List<String> words = new ArrayList<>(List.of("switch", command, "--uplink", "tor1"));
    words.addAll(List.of("--lab", file().toString()));
    words.addAll(Arrays.asList(more));
    return hairpin(words.toArray(String[]::new));
  }

  /** {@code hairpin restore} in the host's namespace. */
  Command.Finished restore() throws Exception {
    return hairpin("restore", "--lab", file().toString());
  }

  Command.Finished hairpin(String... words) throws Exception {
    List<String> command = new ArrayList<>(List.of("ip", "netns", "exec", name + "-h"));
    command.add(Path.of("hairpin").toAbsolutePath().toString());
    command.addAll(Arrays.asList(words));
    Map<String, String> environment = new HashMap<>(secrets);
    environment.put("HAIRPIN_BUILT", "yes");
    environment.put("HAIRPIN_STATE", folder.resolve("state").toString());
    environment.put("NO_COLOR", "1");
    return Command.finish(
        Files.createTempDirectory(folder, "hairpin-"), environment, DEADLINE_SECONDS, command);
  }

  /** Makes sure that host, switch and its configuration are as they were built. */
  void assertUntouched() throws Exception {
    assertThat(device.reflects()).as("the port reflects").isFalse();
    assertThat(device().configuration()).as("the switch's configuration").isEqualTo(configured);
    Leftovers.assertNoStations(name + "-h");
  }

  @Override
  public void close() throws Exception {
    if (device != null) {
      device.close();
    }
    for (String each : List.of(name + "-h", name + "-s")) {
      Command.run("sh", "-c", "[ ! -e /run/netns/$0 ] || ip netns delete $0", each);
    }
  }
}
