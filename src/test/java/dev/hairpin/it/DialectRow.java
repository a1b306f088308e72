package dev.hairpin.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * One KVM host with an uplink to each of several switches, which hang on one more bridge, behind
 * which the host's upstream NIC is. Each switch is another vendor's, as long as there are vendors.
 */
final class DialectRow implements AutoCloseable {
  private static final long DEADLINE_SECONDS = 240;

  private static final String HOST_AND_SPINE =
      """
      set -e
      ip netns add H
      ip netns add P
      ip -n H link set lo up
      ip -n P link add br0 type bridge stp_state 0 mcast_snooping 0
      ip -n P link set br0 addrgenmode none up
      ip -n H link add eth4 index 92 type veth peer name spine index 93 netns P
      ip -n P link set spine addrgenmode none master br0 up
      ip -n H link set eth4 up
      """;

  /** Ends of different indexes: with equal ones the kernel may take a second over the carrier. */
  private static final String SWITCH =
      """
      ip netns add S
      ip -n S link set lo up
      ip -n H link add nicI index 1I type veth peer name swp1 index 3I netns S
      ip -n P link add swI index 5I type veth peer name swp2 index 7I netns S
      ip -n H link add mgmtI index 2I type veth peer name mgmt0 index 4I netns S
      ip -n S link add br0 type bridge stp_state 0 mcast_snooping 0
      ip -n S link set br0 addrgenmode none up
      for each in swp1 swp2; do ip -n S link set $each addrgenmode none master br0 up; done
      ip -n P link set swI addrgenmode none master br0 up
      ip -n H link set nicI up
      ip -n H address add 198.51.100.1 peer 198.51.100.1I dev mgmtI
      ip -n S address add 198.51.100.1I peer 198.51.100.1 dev mgmt0
      ip -n H link set mgmtI up
      ip -n S link set mgmt0 up
      tries=0
      until [ "$(ip -n S -o -d link show master br0 | grep -c 'bridge_slave state forwarding')" = 2 ]; do
        tries=$((tries + 1))
        [ $tries -lt 500 ]
        sleep 0.01
      done
      """;

  private final Path folder;
  private final String name;
  private final List<DialectSwitch> switches = new ArrayList<>();
  private final List<String> configured = new ArrayList<>();

  private DialectRow(Path folder) {
    this.folder = folder;
    this.name = "hpt-row-%06x".formatted(ThreadLocalRandom.current().nextInt(1 << 24));
  }

  static DialectRow up(int count, Path folder) throws Exception {
    DialectRow row = new DialectRow(folder);
    try {
      StringBuilder setup = new StringBuilder(row.filled(HOST_AND_SPINE, 0));
      for (int index = 0; index < count; index++) {
        setup.append(row.filled(SWITCH, index));
      }
      Command.run("sh", "-c", setup.toString());
      for (int index = 0; index < count; index++) {
        row.start(index);
      }
      return row;
    } catch (Exception | AssertionError failed) {
      row.close();
      throw failed;
    }
  }

  private void start(int index) throws Exception {
    Vendor vendor = Vendor.values()[index % Vendor.values().length];
    DialectSwitch started =
        DialectSwitch.start(
            vendor,
            name + "-s" + index,
            "198.51.100.1" + index,
            Files.createDirectory(folder.resolve("switch-" + index)));
    switches.add(started);
    configured.add(started.device.configuration());
  }

  private String filled(String text, int index) {
    return text.replaceAll("(netns add|-n|netns) H", "$1 " + name + "-h")
        .replaceAll("(netns add|-n|netns) P", "$1 " + name + "-p")
        .replaceAll("(netns add|-n|netns) S", "$1 " + name + "-s" + index)
        .replaceAll("(?<=nic|sw|mgmt)I|(?<=[0-9])I", String.valueOf(index));
  }

  private Path file() throws Exception {
    StringBuilder uplinks = new StringBuilder();
    StringBuilder entries = new StringBuilder();
    for (int index = 0; index < switches.size(); index++) {
      uplinks.append(
          "  - {name: tor%1$d, nic: nic%1$d, switch: tor%1$d, port: \"%2$s\"}\n"
              .formatted(index, switches.get(index).vendor.uplink));
      entries.append(switches.get(index).entry("tor" + index));
    }
    return Files.writeString(
        folder.resolve("lab.yaml"),
        "lab: row\nuplinks:\n" + uplinks + "upstream: {nic: eth4}\nswitches:\n" + entries);
  }

  /** {@code hairpin run} in the host's namespace. */
  Command.Finished run(Path out, String tags) throws Exception {
    Map<String, String> environment = new HashMap<>(DialectSwitch.secrets());
    environment.put("HAIRPIN_BUILT", "yes");
    environment.put("HAIRPIN_STATE", folder.resolve("state").toString());
    environment.put("NO_COLOR", "1");
    return Command.finish(
        Files.createTempDirectory(folder, "hairpin-"),
        environment,
        DEADLINE_SECONDS,
        List.of(
            "ip",
            "netns",
            "exec",
            name + "-h",
            Path.of("hairpin").toAbsolutePath().toString(),
            "run",
            "--lab",
            file().toString(),
            "--tags",
            tags,
            "--out",
            out.toString()));
  }

  /** Makes sure that host and switches are as they were built. */
  void assertUntouched() throws Exception {
    for (int index = 0; index < switches.size(); index++) {
      DialectSwitch each = switches.get(index);
      assertThat(each.reflects()).as("the port of switch %d reflects", index).isFalse();
      assertThat(each.device.configuration()).isEqualTo(configured.get(index));
    }
    Leftovers.assertNoStations(name + "-h");
  }

  @Override
  public void close() throws Exception {
    for (DialectSwitch each : switches) {
      each.close();
    }
    Command.run(
        "sh",
        "-c",
        "for each in /run/netns/$0-*; do [ ! -e $each ] || ip netns delete ${each##*/}; done",
        name);
  }
}
