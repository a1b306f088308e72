package dev.hairpin.host;

import dev.hairpin.host.UndoLog.Change;
import dev.hairpin.linux.Child;
import dev.hairpin.linux.MarkerShell;
import dev.hairpin.linux.Shell;
import dev.hairpin.wire.MacAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * A virtual machine: QEMU on a macvtap of its own. Its shell speaks over a serial line, never over
 * the network under test. Its network card is {@link #NIC}, down until somebody sets it up.
 *
 * <p>The shell is busybox' with all its applets; {@code ip} and {@code nc} are iproute2's and
 * OpenBSD's. A command line may be 3,500 bytes long.
 */
public final class Guest implements AutoCloseable {
  /** Its network card's name inside. */
  public static final String NIC = "eth0";

  /** How long a guest may take to boot: a busy machine without hardware virtualisation is slow. */
  public static final Duration BOOT = Duration.ofSeconds(120);

  private static final int LONGEST = 3_500;
  private final String name;
  private final Tap tap;
  private final Child qemu;
  private final MarkerShell shell;
  private final HostLinks links;
  private final Change change;

  private Guest(String name, Tap tap, Child qemu, HostLinks links, Change change) {
    this.name = name;
    this.tap = tap;
    this.qemu = qemu;
    this.links = links;
    this.change = change;
    this.shell =
        new MarkerShell(
            "the shell of guest " + name,
            qemu.output(),
            qemu.input(),
            Guest::spell,
            this::interrupt);
  }

  static Guest start(
      String runId,
      String name,
      HostLinks links,
      String nic,
      MacvtapMode mode,
      GuestImage image,
      Accelerator accelerator)
      throws IOException {
    if (!name.matches("[A-Za-z0-9]{1,32}")) {
      throw new IllegalArgumentException("'" + name + "' is no name for a guest");
    }
    Change change = new Change("process", Map.of("run", runId, "name", "guest " + name));
    Tap tap = links.tap(nic, mode);
    try {
      hearNeighbourDiscovery(tap);
      Files.createDirectories(links.runDirectory());
      Path output = links.runDirectory().resolve("guest-" + name + ".log");
      QemuCommand command =
          new QemuCommand(
              runId,
              name,
              image,
              accelerator,
              Optional.of(new QemuCommand.Nic(tap.mac(), tap.path())));
      links.undo().before(change);
      Child qemu = Child.start(command.child(links.namespace(), output));
      return new Guest(name, tap, qemu, links, change);
    } catch (IOException failed) {
      tap.delete();
      throw failed;
    }
  }

  /** A macvtap hears only the groups that it joined itself, whatever its guest joins. */
  private static void hearNeighbourDiscovery(Tap tap) throws IOException {
    tap.join(solicitedNode(tap.mac().value()));
  }

  /** RFC 4291 section 2.7.1 and RFC 2464 section 7, from an address' last 24 bits. */
  private static MacAddress solicitedNode(long bits) {
    return MacAddress.of(0x3333_FF00_0000L | (bits & 0xFF_FFFF));
  }

  private static String spell(String quoted, Duration deadline) {
    if (quoted.length() > LONGEST) {
      throw new IllegalArgumentException(
          "a guest takes command lines of %d bytes, not of %d".formatted(LONGEST, quoted.length()));
    }
    return MarkerShell.PLAIN.subshell(quoted, deadline);
  }

  private void interrupt() throws IOException {
    qemu.input().write(GuestInit.INTERRUPT);
    qemu.input().flush();
  }

  /**
   * Waits until it has booted and takes commands.
   *
   * @throws IOException when it did not in time, or as soon as QEMU has ended; with the last words
   *     of QEMU and of the guest's kernel
   */
  public void awaitReady(Duration deadline) throws IOException {
    try {
      shell.awaitGreeting(GuestImage.READY, deadline);
    } catch (IOException failed) {
      throw new IOException(
          "guest %s did not boot: %s; QEMU and its console said: '%s'"
              .formatted(name, failed.getMessage(), qemu.lastWords()),
          failed);
    }
  }

  /** Its name. */
  public String name() {
    return name;
  }

  /** The MAC address of its network card and of its macvtap. */
  public MacAddress mac() {
    return tap.mac();
  }

  /** Its macvtap's name on the host. */
  public String link() {
    return tap.name();
  }

  /** QEMU's process id. */
  public long pid() {
    return qemu.pid();
  }

  /** Whether QEMU runs. */
  public boolean alive() {
    return qemu.alive();
  }

  /** Whether it ends, waiting for it: the end of what it says comes first. */
  public boolean ends(Duration patience) throws IOException {
    return qemu.awaitEnd(patience);
  }

  /** Its mode now. */
  public MacvtapMode mode() {
    return tap.mode();
  }

  /** Changes its macvtap's mode in place, among vepa, bridge and private; the guest runs on. */
  public void setMode(MacvtapMode mode) throws IOException {
    tap.setMode(mode);
  }

  /** Lets its macvtap pass on a multicast group; what the guest joins itself doesn't do that. */
  public void join(MacAddress group) throws IOException {
    tap.join(group);
  }

  /**
   * Gives its network card an address, and lets its macvtap pass on the group by which others find
   * that address (IPv6 neighbour discovery).
   *
   * @param address with a prefix length: {@code 198.51.100.1/24}, {@code 2001:db8::1/64}
   */
  public void address(String address) throws IOException {
    if (address.indexOf(':') >= 0) {
      byte[] bytes =
          java.net.InetAddress.getByName(address.substring(0, address.indexOf('/'))).getAddress();
      tap.join(solicitedNode(MacAddress.of(bytes, bytes.length - 6).value()));
    }
    shell.run("ip addr add " + address + " dev " + NIC).require();
  }

  /** Frames that its macvtap's queue has dropped since it was made. */
  public long dropped() throws IOException {
    return tap.dropped();
  }

  /** Its shell; closed with the guest. */
  public Shell shell() {
    return shell;
  }

  /** Kills QEMU: whoever waits for the guest gets an error at once. It is still to be closed. */
  public void kill() {
    qemu.kill();
  }

  /** Kills QEMU and deletes the macvtap. */
  @Override
  public void close() throws IOException {
    try {
      qemu.stop(Duration.ZERO);
      links.undo().undone(change);
    } finally {
      shell.close();
      tap.delete();
    }
  }
}
