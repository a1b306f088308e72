package dev.hairpin.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hairpin.dialect.Device;
import dev.hairpin.dialect.DialectAgent;
import dev.hairpin.dialect.DialectServer;
import dev.hairpin.dialect.Fault;
import dev.hairpin.linux.NetNamespace;
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

  private static final String CLI =
      """
      control: ssh
      ssh:
        username: qa
        password: env:TOR1_PASSWORD
        enable-password: env:TOR1_ENABLE
        host-key: "%s"
      """;
  private static final String AGENT_3 =
      """
      control: snmp
      snmp:
        version: 3
        username: %s
        authentication: {protocol: SHA-1, password: env:TOR1_AUTHENTICATION}
        privacy: {protocol: AES-128, password: env:TOR1_PRIVACY}
      """;
  private static final String AGENT_2 =
      """
      control: snmp
      snmp:
        version: 2c
        community: env:TOR1_COMMUNITY
      """;

  final Device device = new Device(this::hairpin, this::learned, this::links);
  final Vendor vendor;
  private final Path folder;
  private final String name;
  private DialectServer server;
  private DialectAgent agent;
  private int version = 3;
  private String user = DialectAgent.USER;
  private String authentication = DialectAgent.AUTHENTICATION;
  private String privacy = DialectAgent.PRIVACY;
  private String community = DialectAgent.COMMUNITY;
  private String password = Device.PASSWORD;
  private String enable = Device.ENABLE;
  private String key = "";
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
      lab.device.port(vendor.uplink, "swp1").port(vendor.upstream, "swp2");
      lab.configured = lab.device.configuration();
      lab.startManagement();
      return lab;
    } catch (Exception | AssertionError failed) {
      lab.close();
      throw failed;
    }
  }

  private void startManagement() throws Exception {
    NetNamespace where = NetNamespace.named(name + "-s");
    if (vendor.agent.isPresent()) {
      agent = DialectAgent.start(folder, where, ADDRESS, vendor.agent.get().apply(device));
    }
    if (vendor.dialect.isPresent()) {
      server = DialectServer.start(where, ADDRESS, device, vendor.dialect.get());
      key = server.fingerprint();
    }
  }

  private String filled(String text) {
    return text.replace("netns add H", "netns add " + name + "-h")
        .replace("netns add S", "netns add " + name + "-s")
        .replace("-n H", "-n " + name + "-h")
        .replace("-n S", "-n " + name + "-s")
        .replace("netns S", "netns " + name + "-s");
  }

  private void hairpin(String port, boolean on) throws Exception {
    Command.run(
        "bridge", "-n", name + "-s", "link", "set", "dev", port, "hairpin", on ? "on" : "off");
  }

  private Map<String, String> learned() throws Exception {
    Map<String, String> learned = new HashMap<>();
    for (String line :
        Command.run("bridge", "-n", name + "-s", "fdb", "show", "br", "br0").lines().toList()) {
      List<String> words = List.of(line.split(" "));
      if (!words.contains("permanent") && !words.contains("self")) {
        learned.put(words.get(0).replace(":", ""), words.get(words.indexOf("dev") + 1));
      }
    }
    return learned;
  }

  private Map<String, Device.Link> links() throws Exception {
    String told =
        Command.run("ip", "-n", name + "-s", "-j", "-s", "-d", "link", "show", "master", "br0");
    Map<String, Device.Link> links = new HashMap<>();
    for (JsonNode each : new ObjectMapper().readTree(told)) {
      links.put(
          each.get("ifname").asText(),
          new Device.Link(
              each.get("mtu").asInt(),
              each.get("operstate").asText().equals("UP"),
              each.at("/linkinfo/info_slave_data/state").asText(),
              traffic(each.at("/stats64/rx")),
              traffic(each.at("/stats64/tx"))));
    }
    return links;
  }

  private static Device.Traffic traffic(JsonNode counted) {
    return new Device.Traffic(
        counted.path("bytes").asLong(),
        counted.path("packets").asLong(),
        counted.path("multicast").asLong());
  }

  /** The lab file names this port, wherever the cable is. */
  DialectLab naming(String wrong) {
    port = wrong;
    return this;
  }

  /** The switch has one port more. */
  DialectLab withPort(String name, String bridgePort) {
    device.port(name, bridgePort);
    configured = device.configuration();
    return this;
  }

  DialectLab with(Fault fault) {
    device.fault = fault;
    if (agent != null) {
      agent.narrow(fault);
    }
    return this;
  }

  DialectLab withPassword(String wrong) {
    password = wrong;
    return this;
  }

  DialectLab withEnable(String wrong) {
    enable = wrong;
    return this;
  }

  DialectLab withKey(String wrong) {
    key = wrong;
    return this;
  }

  /** The lab file gives this version of SNMP. */
  DialectLab version(int wanted) {
    version = wanted;
    return this;
  }

  DialectLab withUser(String wrong) {
    user = wrong;
    return this;
  }

  DialectLab withAuthentication(String wrong) {
    authentication = wrong;
    return this;
  }

  DialectLab withPrivacy(String wrong) {
    privacy = wrong;
    return this;
  }

  DialectLab withCommunity(String wrong) {
    community = wrong;
    return this;
  }

  String key() {
    return key;
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
          - name: tor1
            profile: %s
            address: %s
        %s"""
            .formatted(port, vendor.profile, ADDRESS, control().indent(4)));
  }

  private String control() {
    if (vendor.agent.isEmpty()) {
      return CLI.formatted(key);
    }
    return version == 3 ? AGENT_3.formatted(user) : AGENT_2;
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

  /** {@code hairpin restore} in the host's namespace. */
  Command.Finished restore() throws Exception {
    return hairpin("restore", "--lab", file().toString());
  }

  Command.Finished hairpin(String... words) throws Exception {
    List<String> command = new ArrayList<>(List.of("ip", "netns", "exec", name + "-h"));
    command.add(Path.of("hairpin").toAbsolutePath().toString());
    command.addAll(Arrays.asList(words));
    return Command.finish(
        Files.createTempDirectory(folder, "hairpin-"),
        Map.of(
            "HAIRPIN_BUILT",
            "yes",
            "HAIRPIN_STATE",
            folder.resolve("state").toString(),
            "NO_COLOR",
            "1",
            "TOR1_PASSWORD",
            password,
            "TOR1_ENABLE",
            enable,
            "TOR1_AUTHENTICATION",
            authentication,
            "TOR1_PRIVACY",
            privacy,
            "TOR1_COMMUNITY",
            community),
        DEADLINE_SECONDS,
        command);
  }

  /** Whether the uplink's real port reflects. */
  boolean reflects() throws Exception {
    return Command.run("bridge", "-n", name + "-s", "-d", "link", "show", "dev", "swp1")
        .contains("hairpin on");
  }

  /** Makes sure that host, switch and its configuration are as they were built. */
  void assertUntouched() throws Exception {
    assertThat(reflects()).as("the port reflects").isFalse();
    assertThat(device.configuration()).as("the switch's configuration").isEqualTo(configured);
    Leftovers.assertNoStations(name + "-h");
  }

  @Override
  public void close() throws Exception {
    if (server != null) {
      server.close();
    }
    if (agent != null) {
      agent.close();
    }
    for (String each : List.of(name + "-h", name + "-s")) {
      Command.run("sh", "-c", "[ ! -e /run/netns/$0 ] || ip netns delete $0", each);
    }
  }
}
