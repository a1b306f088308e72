package dev.hairpin.linux;

import dev.hairpin.wire.MacAddress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

/**
 * The network interfaces of one namespace, by iproute2 through a shell in it. What it makes carries
 * the label {@code hairpin RUN} as its alias.
 */
public final class Links {
  private static final String LABEL = "hairpin ";
  private static final int TRIES = 8;

  private final Shell shell;
  private final String runId;

  /**
   * Works through a shell.
   *
   * @param runId goes into the label of what is made
   */
  public Links(Shell shell, String runId) {
    this.shell = shell;
    this.runId = runId;
  }

  /**
   * Makes a macvtap or macvlan, labelled and up. Its index is drawn from 2^20 to 2^30, so that it
   * is unique on this machine whatever its namespace: a macvtap's device node is called by it. Its
   * queue takes 10,000 frames. The host's own IPv6 keeps off it and sends nothing.
   *
   * @throws LinkRefusedException when the kernel doesn't make it
   */
  public AddedLink add(NewLink wanted) throws IOException {
    for (int attempt = 1; ; attempt++) {
      int index = ThreadLocalRandom.current().nextInt(1 << 20, 1 << 30);
      ShellResult result = shell.run(addition(wanted, index));
      if (result.ok()) {
        return added(wanted, index, result.output());
      }
      if (!(result.output().contains("File exists") && attempt < TRIES)
          || names().contains(wanted.name())) {
        throw new LinkRefusedException(wanted.toString(), reason(result.output()));
      }
    }
  }

  private String addition(NewLink wanted, int index) {
    String address =
        wanted.mode().equals("passthru")
            ? ""
            : wanted.mac().map(mac -> " address " + mac).orElse("");
    return """
        [ -d /proc/sys/net/ipv6 ] && quiet='addrgenmode none'
        ip -batch - <<EOF || exit 1
        link add link %s name %s index %d%s txqueuelen 10000 type %s mode %s
        link set dev %s alias "%s" $quiet
        link set dev %s up
        EOF
        for each in /sys/class/net/%s/macvtap/*/dev /sys/class/net/%s/address; do
          [ -e $each ] && read value <$each && echo $value
        done
        """
        .formatted(
            wanted.nic(),
            wanted.name(),
            index,
            address,
            wanted.kind(),
            wanted.mode(),
            wanted.name(),
            LABEL + runId,
            wanted.name(),
            wanted.name(),
            wanted.name());
  }

  private static AddedLink added(NewLink wanted, int index, String output) throws IOException {
    List<String> lines = output.lines().filter(each -> !each.isBlank()).toList();
    boolean tap = wanted.kind().equals("macvtap");
    if (lines.size() != (tap ? 2 : 1)) {
      throw new IOException(
          "made %s but its sysfs entries are not as expected: '%s'".formatted(wanted, output));
    }
    return new AddedLink(
        wanted.name(),
        index,
        MacAddress.parse(lines.get(lines.size() - 1)),
        tap ? Optional.of(CharacterDevice.parse(lines.get(0))) : Optional.empty());
  }

  private static String reason(String output) {
    return output
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("Command failed"))
        .map(line -> line.replaceFirst("^(RTNETLINK answers|Error): ", ""))
        .collect(Collectors.joining("; "));
  }

  /** Deletes a link; one that is gone already is fine. */
  public void delete(String link) throws IOException {
    ShellResult result = shell.run("ip link del dev " + link);
    if (!result.ok() && !result.output().contains("Cannot find device")) {
      result.require();
    }
  }

  /** Sets a link up. */
  public void up(String link) throws IOException {
    shell.run("ip link set dev " + link + " up").require();
  }

  /** Sets a link down. */
  public void down(String link) throws IOException {
    shell.run("ip link set dev " + link + " down").require();
  }

  /**
   * Changes the mode of a live macvtap or macvlan among vepa, bridge and private.
   *
   * @param kind {@code macvtap} or {@code macvlan}
   */
  public void setMode(String link, String kind, String mode) throws IOException {
    shell.run("ip link set dev %s type %s mode %s".formatted(link, kind, mode)).require();
  }

  /** Lets a link hear a group (a link-layer multicast address); twice does no harm. */
  public void joinGroup(String link, MacAddress group) throws IOException {
    ShellResult result = shell.run("ip maddr add %s dev %s".formatted(group, link));
    if (!result.output().contains("File exists")) {
      result.require();
    }
  }

  /** Takes back {@link #joinGroup}. */
  public void leaveGroup(String link, MacAddress group) throws IOException {
    shell.run("ip maddr del %s dev %s".formatted(group, link)).require();
  }

  /**
   * What the kernel says of a link.
   *
   * @throws IOException when there is none, with the names of those there are
   */
  public LinkFacts facts(String link) throws IOException {
    ShellResult result =
        shell.run(
            "ip -j -d link show dev "
                + link
                + " 2>/dev/null || exit; readlink /sys/class/net/"
                + link
                + "/device/driver || :");
    if (!result.ok()) {
      throw new IOException(
          "there is no NIC '%s'; there are %s. Next: see what took it away, or correct the lab file"
              .formatted(link, String.join(", ", names())));
    }
    int end = result.output().lastIndexOf(']') + 1;
    String driver = result.output().substring(end).strip();
    return LinkJson.links(
            result.output().substring(0, end), driver.substring(driver.lastIndexOf('/') + 1))
        .get(0);
  }

  /** The unicast addresses that a NIC lets in beside its own: those of its stations. */
  public List<MacAddress> unicastFilter(String nic) throws IOException {
    return LinkJson.unicastFilter(
        shell.run("bridge -j fdb show dev " + nic + " 2>/dev/null").require());
  }

  /**
   * What the host would lose if a link were set down: addresses and routes of its own, other links
   * on it or above it. Link-local addresses come back by themselves.
   */
  public List<String> usesOf(String link) throws IOException {
    String words =
        shell
            .run(
                """
                ip -o address show dev %1$s scope global 2>/dev/null
                ip -o route show dev %1$s 2>/dev/null | sed 's/^/route /'
                ip -o -6 route show dev %1$s 2>/dev/null | grep -v -e '^fe80::' -e '^ff00::' |
                  sed 's/^/route /'
                ip -o link show dev %1$s 2>/dev/null | grep -o 'master [^ ]*'
                :
                """
                    .formatted(link))
            .require();
    List<String> uses = new ArrayList<>(words.lines().map(Links::use).toList());
    for (LinkFacts each : all()) {
      boolean ours = each.alias().filter((LABEL + runId)::equals).isPresent();
      if (each.lower().filter(link::equals).isPresent() && !ours) {
        uses.add("link " + each.name());
      }
    }
    return List.copyOf(uses);
  }

  /** {@code 7: eth3 inet 192.0.2.1/24 scope ...} or {@code route default via ...}. */
  private static String use(String line) {
    String[] parts = line.strip().split("\\s+");
    return switch (parts[0]) {
      case "route", "master" -> parts[0] + " " + parts[1];
      default -> "address " + parts[3];
    };
  }

  /** The names of all links here. */
  public List<String> names() throws IOException {
    return all().stream().map(LinkFacts::name).toList();
  }

  /** The links here that carry this run's label. */
  public List<String> labelled() throws IOException {
    return allLabelled().entrySet().stream()
        .filter(each -> each.getValue().equals(runId))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The links here that carry any run's label, with the run's id. */
  public Map<String, String> allLabelled() throws IOException {
    Map<String, String> found = new TreeMap<>();
    for (LinkFacts link : all()) {
      link.alias()
          .filter(alias -> alias.startsWith(LABEL))
          .ifPresent(alias -> found.put(link.name(), alias.substring(LABEL.length())));
    }
    return found;
  }

  private List<LinkFacts> all() throws IOException {
    return LinkJson.links(shell.run("ip -j -d link show 2>/dev/null").require(), "");
  }
}
