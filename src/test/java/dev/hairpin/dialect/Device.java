package dev.hairpin.dialect;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One switch, whoever is logged in: its ports, each with a port of a real bridge behind it, and
 * what it was told.
 */
public final class Device {
  /** Whoever moves the real port. */
  @FunctionalInterface
  public interface Bridge {
    void hairpin(String bridgePort, boolean on) throws Exception;
  }

  /** Whoever knows where the real ports have learned an address. */
  @FunctionalInterface
  public interface Table {
    /** The bridge port of each learned address, which is twelve hexadecimal digits. */
    Map<String, String> learned() throws Exception;
  }

  /** Whoever knows the real ports' links. */
  @FunctionalInterface
  public interface Links {
    /** The link of each bridge port. */
    Map<String, Link> links() throws Exception;
  }

  /**
   * A real port, now.
   *
   * @param mtu in octets
   * @param up whether it has a carrier
   * @param state its spanning tree state, as the kernel calls it
   */
  public record Link(int mtu, boolean up, String state, Traffic in, Traffic out) {}

  /** What a port has counted in one direction. */
  public record Traffic(long octets, long frames, long multicast) {}

  /** One port's configuration; {@code settings} is what the dialect keeps beside the relay. */
  public static final class Port {
    final String name;
    final String bridgePort;
    volatile boolean relay;
    final Map<String, String> settings = new TreeMap<>();

    Port(String name, String bridgePort) {
      this.name = name;
      this.bridgePort = bridgePort;
    }
  }

  public static final String USER = "qa";
  public static final String PASSWORD = "geheim-7";
  public static final String ENABLE = "noch-geheimer";

  private static final Pattern NAME =
      Pattern.compile("(?i)([0-9]*[a-z][a-z-]*?)-?\\s*([0-9][0-9/:.]*)");

  public final List<String> passwords = new CopyOnWriteArrayList<>();
  public final List<String> commands = new CopyOnWriteArrayList<>();
  public volatile Fault fault = Fault.NONE;
  public volatile int dropped;

  /** Whether somebody else than who is logged in has set a relay. */
  private volatile boolean others;

  /** What LLDP says is at the other end of a port: the port's name, and a NIC's address. */
  public final Map<String, String> neighbours = new ConcurrentHashMap<>();

  /** The configuration that outlives a restart, and the one that was so before it. */
  public volatile String saved = "";

  public volatile String backup = "";
  public volatile int logins;
  private final Map<String, Port> ports = new TreeMap<>();
  private final Set<String> bundled = new HashSet<>();
  private final Bridge bridge;
  private final Table table;
  private final Links links;

  public Device(Bridge bridge, Table table, Links links) {
    this.bridge = bridge;
    this.table = table;
    this.links = links;
  }

  /** A port of this name, in front of that port of the bridge. */
  public Device port(String name, String bridgePort) {
    ports.put(name, new Port(name, bridgePort));
    return this;
  }

  /** An aggregate with this port as its member: addresses are learned on the aggregate. */
  public Device bundle(String aggregate, String member) {
    bundled.add(member);
    return port(aggregate, ports.get(member).bridgePort);
  }

  Iterable<Port> ports() {
    return ports.values();
  }

  /** The port that a user means: its name, in any case, with a space, or abbreviated. */
  Optional<Port> find(String typed) {
    Matcher wanted = NAME.matcher(typed.strip());
    if (!wanted.matches()) {
      return Optional.empty();
    }
    String word = wanted.group(1).toLowerCase(Locale.ROOT);
    return ports.values().stream()
        .filter(
            each -> {
              Matcher has = NAME.matcher(each.name);
              return has.matches()
                  && has.group(2).equals(wanted.group(2))
                  && has.group(1).toLowerCase(Locale.ROOT).startsWith(word);
            })
        .findFirst();
  }

  /** The port on which each address was learned; addresses are twelve digits. */
  Map<String, Port> learned() {
    Map<String, Port> found = new TreeMap<>();
    try {
      table
          .learned()
          .forEach(
              (digits, on) ->
                  ports.values().stream()
                      .filter(each -> each.bridgePort.equals(on) && !bundled.contains(each.name))
                      .forEach(each -> found.put(digits, each)));
    } catch (Exception failed) {
      throw new IllegalStateException(failed);
    }
    return found;
  }

  /** The port on which an address was learned. */
  Optional<Port> learned(String digits) {
    return Optional.ofNullable(learned().get(digits));
  }

  /** The port's link, now. */
  Link link(Port port) {
    try {
      return links.links().get(port.bridgePort);
    } catch (Exception failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** All that is configured, to see whether it is as it was. */
  public String configuration() {
    StringBuilder text = new StringBuilder();
    ports().forEach(each -> text.append(each.name + " " + each.relay + " " + each.settings + "\n"));
    return text.toString();
  }

  /** What the port is told; the faults that concern the data plane are here. */
  void apply(Port port, boolean on) {
    if (fault == Fault.NOT_APPLIED) {
      return;
    }
    port.relay = on;
    if (fault == Fault.READBACK_LIES) {
      return;
    }
    try {
      bridge.hairpin(port.bridgePort, on);
    } catch (Exception failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** The port's relay was shown; somebody may set it off that moment. */
  void shown(Port port) {
    boolean once = fault == Fault.SET_BY_ANOTHER && !others;
    if (port.relay && (once || fault == Fault.FORGETS)) {
      others = true;
      apply(port, false);
    }
  }

  boolean allowed(String user, String password) {
    passwords.add(password);
    return user.equals(USER) && password.equals(PASSWORD);
  }
}
