package dev.hairpin.host;

import dev.hairpin.linux.LinkRefusedException;
import dev.hairpin.linux.Links;
import dev.hairpin.linux.NetNamespace;
import dev.hairpin.linux.Shell;
import dev.hairpin.wire.FrameSink;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The KVM host: makes stations and guests on its NICs. Everything made carries the run's label and
 * is told to the undo log before. Safe for many threads.
 */
public final class KvmHost {
  private final String runId;
  private final HostLinks links;

  /**
   * A host.
   *
   * @param namespace where its NICs are
   * @param shell in that namespace; stays the caller's to close
   * @param runId the run's label
   * @param runDirectory on this machine; takes guests' consoles, and device nodes where the kernel
   *     makes none
   * @param undo is told of each change before
   */
  public KvmHost(
      NetNamespace namespace,
      Shell shell,
      String runId,
      StationAddresses addresses,
      Path runDirectory,
      UndoLog undo) {
    this.runId = runId;
    this.links = new HostLinks(namespace, shell, runId, addresses, runDirectory, undo);
  }

  /** Its network interfaces. */
  public Links links() {
    return links.links();
  }

  /** Where it is. */
  public NetNamespace namespace() {
    return links.namespace();
  }

  /**
   * Makes a bare station. It hears from now on.
   *
   * @param name for features and evidence
   * @throws LinkRefusedException when the kernel doesn't make its macvtap
   */
  public BareStation bareStation(String name, String nic, MacvtapMode mode, FrameSink sink)
      throws IOException {
    return BareStation.open(name, links, nic, mode, sink);
  }

  /** The host's own interface on a NIC as a station. */
  public HostStation hostStation(String name, String nic, FrameSink sink) throws IOException {
    return HostStation.on(name, links, nic, sink);
  }

  /** A macvlan interface made for the host as a station. */
  public HostStation hostMacvlan(String name, String nic, MacvtapMode mode, FrameSink sink)
      throws IOException {
    return HostStation.onMacvlan(name, links, nic, mode, sink);
  }

  /** A NIC on another port of the switch as a station. */
  public UpstreamStation upstream(String name, String nic) throws IOException {
    return UpstreamStation.on(name, links, nic);
  }

  /**
   * Asks the kernel for one more macvtap on a NIC, and takes it away again at once.
   *
   * @return why the kernel refused; nothing when it did not
   */
  public Optional<Refusal> refusal(String nic, MacvtapMode mode) throws IOException {
    try {
      links.delete(links.add("macvtap", nic, mode).name());
      return Optional.empty();
    } catch (LinkRefusedException refused) {
      return Optional.of(new Refusal(refused.reason()));
    }
  }

  /**
   * Starts a guest; {@link Guest#awaitReady} waits until it takes commands, so that several can
   * boot side by side.
   *
   * @param name at most 32 letters and digits
   */
  public Guest startGuest(
      String name, String nic, MacvtapMode mode, GuestImage image, Accelerator accelerator)
      throws IOException {
    return Guest.start(runId, name, links, nic, mode, image, accelerator);
  }
}
