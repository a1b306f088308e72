package dev.hairpin.embedded;

import dev.hairpin.lab.RunDirectory;
import dev.hairpin.lab.Undo;
import dev.hairpin.linux.NetNamespace;
import java.util.List;

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
  String making() {
    StringBuilder batch = new StringBuilder();
    for (String name : names()) {
      batch.append("netns add %s%n".formatted(name));
    }
    link(batch, host(), "eth3", 11, "swp1");
    link(batch, host(), "eth4", 12, "swp2");
    link(batch, management(), "bystander0", 13, "swp3");
    link(batch, management(), "mgmt0", 14, "mgmt0");
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

  /** What is plugged into the switch's ports, as {@code PORT=ROLE}. */
  List<String> portRoles() {
    return List.of("swp1=uplink", "swp2=upstream", "swp3=bystander");
  }

  String hostSetup(RunDirectory run) {
    return start(run)
        + """
        link set eth3 up
        link set eth4 up
        """;
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
  String switchSetup(RunDirectory run, SwitchKind kind) {
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
    for (String port : List.of("swp1", "swp2", "swp3")) {
      batch.append("link set %s addrgenmode none%s%n".formatted(port, master));
    }
    batch.append(
        """
        address add %s/24 dev mgmt0
        link set mgmt0 up
        link set swp1 up
        link set swp2 up
        link set swp3 up
        """
            .formatted(SWITCH_ADDRESS));
    return batch.toString();
  }
}
