package dev.hairpin.host;

import dev.hairpin.linux.AddedLink;
import dev.hairpin.linux.LinkRefusedException;
import dev.hairpin.linux.Links;
import dev.hairpin.linux.NetNamespace;
import dev.hairpin.linux.NewLink;
import dev.hairpin.linux.Shell;
import dev.hairpin.wire.FrameSink;
import dev.hairpin.wire.MacAddress;
import dev.hairpin.wire.RunTag;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** The KVM host: puts stations on its NICs. Safe for many threads. */
public final class KvmHost {
  /** How many octets of a station's address are the run's prefix. */
  public static final int PREFIX_OCTETS = 4;

  private static final long OURS = 0x02_48_50L;

  private final NetNamespace namespace;
  private final Shell shell;
  private final String runId;
  private final MacAddress prefix;
  private final UndoLog undo;
  private final Path nodes;
  private final AtomicInteger made = new AtomicInteger();

  private KvmHost(
      NetNamespace namespace, Shell shell, String runId, RunTag tag, UndoLog undo, Path nodes) {
    this.namespace = namespace;
    this.shell = shell;
    this.runId = runId;
    this.prefix = MacAddress.of(OURS << 24 | (long) (tag.value() & 0xFF) << 16);
    this.undo = undo;
    this.nodes = nodes;
  }

  /**
   * A host.
   *
   * @param namespace where its NICs are
   * @param shell in that namespace
   * @param nodes where device nodes go when the machine makes none
   */
  public static KvmHost of(
      NetNamespace namespace, Shell shell, String runId, RunTag tag, UndoLog undo, Path nodes) {
    return new KvmHost(namespace, shell, runId, tag, undo, nodes);
  }

  /**
   * What the addresses of all stations of this run begin with, {@value #PREFIX_OCTETS} octets; the
   * rest is 0.
   */
  public MacAddress prefix() {
    return prefix;
  }

  /**
   * Puts a bare station on a NIC.
   *
   * @param sink takes every frame it receives
   * @throws LinkRefusedException when the kernel doesn't make its macvtap
   */
  public BareStation station(String nic, String name, MacvtapMode mode, FrameSink sink)
      throws IOException {
    Made made = make(nic, "macvtap", mode);
    try {
      return BareStation.open(name, mode, made, namespace, shell, links(), nodes, sink);
    } catch (IOException failed) {
      made.delete(links());
      throw failed;
    }
  }

  /** Gives the host a macvlan interface of its own on a NIC. */
  public HostStation macvlan(String nic, String name, MacvtapMode mode, FrameSink sink)
      throws IOException {
    Made made = make(nic, "macvlan", mode);
    return HostStation.open(
        namespace, made.link().name(), name, made.link().mac(), sink, () -> made.delete(links()));
  }

  /** The host's own stack on a NIC. */
  public HostStation hostStation(String nic, String name, FrameSink sink) throws IOException {
    return HostStation.open(namespace, nic, name, links().facts(nic).mac(), sink, () -> {});
  }

  /** The upstream, on a NIC of this host. */
  public UpstreamStation upstreamStation(String nic, String name) throws IOException {
    return UpstreamStation.open(namespace, nic, name, links().facts(nic).mac());
  }

  /** A link that was made, and what to say when it is gone. */
  record Made(AddedLink link, UndoLog.Gone gone) {
    void delete(Links links) throws IOException {
      links.delete(link.name());
      gone.gone();
    }
  }

  private Made make(String nic, String kind, MacvtapMode mode) throws IOException {
    int number = made.incrementAndGet();
    MacAddress mac = MacAddress.of(prefix.value() | number & 0xFFFF);
    String name = "hp%02x%04x".formatted(prefix.value() >> 16 & 0xFF, number & 0xFFFF);
    UndoLog.Gone gone = undo.link(name, mac);
    try {
      NewLink wanted =
          kind.equals("macvtap")
              ? NewLink.macvtap(nic, name, Optional.of(mac), mode.kernelName())
              : NewLink.macvlan(nic, name, Optional.of(mac), mode.kernelName());
      return new Made(links().add(wanted), gone);
    } catch (LinkRefusedException refused) {
      gone.gone();
      throw refused;
    }
  }

  Links links() {
    return new Links(shell, runId);
  }
}
