package dev.hairpin.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hairpin.dialect.Device;
import dev.hairpin.dialect.DialectAgent;
import dev.hairpin.dialect.DialectServer;
import dev.hairpin.dialect.Fault;
import dev.hairpin.linux.NetNamespace;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A switch in a namespace that has a bridge {@code br0} with the ports {@code swp1} and {@code
 * swp2}: a vendor's command line, or a vendor's agent, in front of it.
 */
final class DialectSwitch implements AutoCloseable {
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
      snmp:
        version: 3
        username: %s
        authentication: {protocol: SHA-1, password: env:TOR1_AUTHENTICATION}
        privacy: {protocol: AES-128, password: env:TOR1_PRIVACY}
      """;
  private static final String AGENT_2 =
      """
      snmp:
        version: 2c
        community: env:TOR1_COMMUNITY
      """;

  final Device device = new Device(this::hairpin, this::learned, this::links);
  final Vendor vendor;
  String key = "";
  String user = DialectAgent.USER;
  int version = 3;
  private final String namespace;
  private final String address;
  private DialectServer server;
  private DialectAgent agent;

  private DialectSwitch(Vendor vendor, String namespace, String address) {
    this.vendor = vendor;
    this.namespace = namespace;
    this.address = address;
  }

  /**
   * Starts it.
   *
   * @param folder for its files
   */
  static DialectSwitch start(Vendor vendor, String namespace, String address, Path folder)
      throws Exception {
    DialectSwitch started = new DialectSwitch(vendor, namespace, address);
    started.device.port(vendor.uplink, "swp1").port(vendor.upstream, "swp2");
    NetNamespace where = NetNamespace.named(namespace);
    if (vendor.agent.isPresent()) {
      started.agent =
          DialectAgent.start(folder, where, address, vendor.agent.get().apply(started.device));
    }
    if (vendor.dialect.isPresent()) {
      started.server = DialectServer.start(where, address, started.device, vendor.dialect.get());
      started.key = started.server.fingerprint();
    }
    return started;
  }

  /** What the names in {@link #entry} stand for. */
  static Map<String, String> secrets() {
    return Map.of(
        "TOR1_PASSWORD", Device.PASSWORD,
        "TOR1_ENABLE", Device.ENABLE,
        "TOR1_AUTHENTICATION", DialectAgent.AUTHENTICATION,
        "TOR1_PRIVACY", DialectAgent.PRIVACY,
        "TOR1_COMMUNITY", DialectAgent.COMMUNITY);
  }

  /** What a lab file says of it, under this name. */
  String entry(String name) {
    String agents = version == 3 ? AGENT_3.formatted(user) : AGENT_2;
    return "  - name: %s\n    profile: %s\n    address: %s\n"
            .formatted(name, vendor.profile, address)
        + (vendor.dialect.isPresent() ? CLI.formatted(key) : "control: snmp\n").indent(4)
        + (vendor.agent.isPresent() ? agents.indent(4) : "");
  }

  void fault(Fault fault) {
    device.fault = fault;
    if (agent != null) {
      agent.narrow(fault);
    }
  }

  private void hairpin(String port, boolean on) throws Exception {
    Command.run(
        "bridge", "-n", namespace, "link", "set", "dev", port, "hairpin", on ? "on" : "off");
  }

  private Map<String, String> learned() throws Exception {
    Map<String, String> learned = new HashMap<>();
    for (String line :
        Command.run("bridge", "-n", namespace, "fdb", "show", "br", "br0").lines().toList()) {
      List<String> words = List.of(line.split(" "));
      if (!words.contains("permanent") && !words.contains("self")) {
        learned.put(words.get(0).replace(":", ""), words.get(words.indexOf("dev") + 1));
      }
    }
    return learned;
  }

  private Map<String, Device.Link> links() throws Exception {
    String told =
        Command.run("ip", "-n", namespace, "-j", "-s", "-d", "link", "show", "master", "br0");
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

  /** Whether the uplink's real port reflects. */
  boolean reflects() throws Exception {
    return Command.run("bridge", "-n", namespace, "-d", "link", "show", "dev", "swp1")
        .contains("hairpin on");
  }

  @Override
  public void close() throws Exception {
    if (server != null) {
      server.close();
    }
    if (agent != null) {
      agent.close();
    }
  }
}
