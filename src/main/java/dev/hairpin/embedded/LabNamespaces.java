package dev.hairpin.embedded;

import dev.hairpin.lab.RunDirectory;
import dev.hairpin.lab.Undo;
import dev.hairpin.linux.NetNamespace;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The three namespaces of a lab, and what ip(8) is told to build them.
 *
 * <pre>
 *   host            switch                          management
 *   eth3 ---------- swp1 (uplink)     \
 *   eth4 ---------- swp2 (upstream)    > br0
 *                   swp3 (bystander)  / ----------- bystander0
 *                   mgmt0 192.0.2.2/24 ------------ mgmt0 192.0.2.1/24
 * </pre>
 *
 * {@link LabCables} says what more uplinks there are.
 *
 * @param id the lab's id: the run id
 */
record LabNamespaces(String id) {
  /** The switch's address on the management link. */
  static final String SWITCH_ADDRESS = "192.0.2.2";

  private static final String PREFIX = "hp-";

  NetNamespace host() {
    return NetNamespace.named(PREFIX + id + "-host");
  }

  NetNamespace switching() {
    return NetNamespace.named(PREFIX + id + "-sw");
  }

  NetNamespace management() {
    return NetNamespace.named(PREFIX + id + "-mgmt");
  }

  List<String> names() {
    return List.of(name(host()), name(switching()), name(management()));
  }

  private static String name(NetNamespace namespace) {
    return namespace.name().orElseThrow();
  }

  /** In the program's own namespace. */
  String making(LabCables cables) {
    StringBuilder batch = new StringBuilder();
    for (String name : names()) {
      batch.append("netns add %s%n".formatted(name));
    }
    link(batch, host(), "eth3", 11, "swp1");
    link(batch, host(), "eth4", 12, "swp2");
    link(batch, management(), "bystander0", 13, "swp3");
    link(batch, management(), "mgmt0", 14, "mgmt0");
    int index = 15;
    for (LabCables.Cable each : cables.uplinks().subList(1, cables.count())) {
      link(batch, host(), each.nic(), index++, each.port());
    }
    return batch.toString();
  }

  /**
   * One cable. Its ends must have different indexes: where they are equal, the kernel takes their
   * change of carrier for nothing urgent and may deal with it a second later
   * (linkwatch_urgent_event).
   */
  private void link(
      StringBuilder batch, NetNamespace where, String end, int index, String switchEnd) {
    batch.append(
        "link add name %s index %d netns %s type veth peer name %s netns %s%n"
            .formatted(end, index, name(where), switchEnd, name(switching())));
  }

  /** The label by which a sweep knows the namespace, and its loopback interface. */
  private static String start(RunDirectory run) {
    return """
        link set lo alias "%s"
        link set lo up
        """
        .formatted(Undo.namespaceLabel(run));
  }

  String hostSetup(RunDirectory run, LabCables cables) {
    return start(run) + up(cables.nics());
  }

  private static String up(List<String> links) {
    return links.stream().map("link set %s up%n"::formatted).collect(Collectors.joining());
  }

  String managementSetup(RunDirectory run) {
    return start(run)
        + """
        address add 192.0.2.1/24 dev mgmt0
        link set mgmt0 up
        link set bystander0 up
        """;
  }

  /**
   * No spanning tree, so that ports forward at once; no multicast snooping, which needs a querier;
   * no IPv6 of the switch's own on its ports, for a switch does not speak there.
   */
  String switchSetup(RunDirectory run, SwitchKind kind, LabCables cables) {
    StringBuilder batch = new StringBuilder(start(run));
    boolean bridge = kind != SwitchKind.OPEN_VSWITCH;
    if (bridge) {
      batch.append(
          """
          link add br0 type bridge stp_state 0 mcast_snooping 0
          link set br0 addrgenmode none up
          """);
    }
    String master = bridge ? " master br0" : "";
    for (String port : cables.ports()) {
      batch.append("link set %s addrgenmode none%s%n".formatted(port, master));
    }
    batch.append(
        """
        address add %s/24 dev mgmt0
        link set mgmt0 up
        """
            .formatted(SWITCH_ADDRESS));
    return batch.append(up(cables.ports())).toString();
  }
}
