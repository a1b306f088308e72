package dev.hairpin.lab;

import dev.hairpin.switches.SwitchAccess;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/**
 * By what a switch port is known to be the same one, whatever two lab files call it. Two sets of
 * keys that share one are of one port.
 *
 * <p>A switch is known by each IP address that its name stands for. A protocol on another TCP or
 * UDP port than its own stands for a switch of its own: several may be reached through one address.
 * What can't be told: one switch at two addresses, and one behind a forwarded port beside itself.
 *
 * @param switches one text for each way to know the switch, in a fixed order
 * @param port the port's name, plain (see {@link PortNames#plain})
 */
record PortKeys(List<String> switches, String port) {
  private static final int SSH = 22;
  private static final int SNMP = 161;

  PortKeys {
    switches = List.copyOf(switches);
  }

  /**
   * The keys of a port.
   *
   * @param namespace the network namespace that the switch is managed from, for addresses repeat
   *     between embedded labs; empty for the program's own
   * @param port the port, as the switch calls it
   */
  static PortKeys of(String namespace, SwitchAccess access, String port) {
    TreeSet<String> services = new TreeSet<>();
    access.ssh().ifPresent(each -> services.add(service("ssh", each.port(), SSH)));
    access.snmp().ifPresent(each -> services.add(service("snmp", each.port(), SNMP)));
    if (services.isEmpty()) {
      services.add("");
    }
    TreeSet<String> switches = new TreeSet<>();
    for (String address : addresses(access.address())) {
      services.forEach(each -> switches.add("%s|%s|%s".formatted(namespace, address, each)));
    }
    return new PortKeys(new ArrayList<>(switches), PortNames.plain(port));
  }

  private static String service(String protocol, int port, int usual) {
    return port == usual ? "" : protocol + ":" + port;
  }

  private static List<String> addresses(String name) {
    List<String> addresses = new ArrayList<>();
    try {
      for (InetAddress each : InetAddress.getAllByName(name)) {
        addresses.add(each.getHostAddress());
      }
    } catch (UnknownHostException unknown) {
      // Then nobody reaches it by this name; two runs that try still mean the same one.
      addresses.add(name.toLowerCase(Locale.ROOT));
    }
    return addresses;
  }

  /** One text for each way to know the port. */
  List<String> keys() {
    return switches.stream().map(each -> each + "|" + port).toList();
  }

  /** Whether these are keys of one port. */
  boolean meets(List<String> keys) {
    return keys().stream().anyMatch(keys::contains);
  }

  /** The port's plain name in a key of the same switch; nothing when it is another switch's. */
  java.util.Optional<String> portIn(String key) {
    return switches.stream()
        .map(each -> each + "|")
        .filter(key::startsWith)
        .map(each -> key.substring(each.length()))
        .findFirst();
  }
}
