package dev.hairpin.host;

import dev.hairpin.linux.Links;
import dev.hairpin.linux.NetNamespace;
import dev.hairpin.linux.Shell;
import dev.hairpin.linux.TapDevice;
import dev.hairpin.linux.TapNode;
import dev.hairpin.wire.FrameSink;
import dev.hairpin.wire.MacAddress;
import java.io.IOException;
import java.nio.file.Path;

/** A station without a guest: this program holds the macvtap's file descriptor, as QEMU would. */
public final class BareStation implements Station {
  private final String name;
  private final KvmHost.Made made;
  private final Links links;
  private final Shell shell;
  private final TapNode node;
  private final TapDevice tap;
  private MacvtapMode mode;

  private BareStation(
      String name,
      MacvtapMode mode,
      KvmHost.Made made,
      Links links,
      Shell shell,
      TapNode node,
      TapDevice tap) {
    this.name = name;
    this.mode = mode;
    this.made = made;
    this.links = links;
    this.shell = shell;
    this.node = node;
    this.tap = tap;
  }

  static BareStation open(
      String name,
      MacvtapMode mode,
      KvmHost.Made made,
      NetNamespace namespace,
      Shell shell,
      Links links,
      Path nodes,
      FrameSink sink)
      throws IOException {
    TapNode node = TapNode.of(made.link(), shell, nodes);
    try {
      TapDevice tap =
          TapDevice.open(namespace, made.link().device().orElseThrow(), node.path(), sink);
      return new BareStation(name, mode, made, links, shell, node, tap);
    } catch (IOException failed) {
      node.close();
      throw failed;
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public MacAddress mac() {
    return made.link().mac();
  }

  /** Its mode now. */
  public MacvtapMode mode() {
    return mode;
  }

  /** Changes its mode in place, among vepa, bridge and private. */
  public void setMode(MacvtapMode wanted) throws IOException {
    links.setMode(made.link().name(), "macvtap", wanted.kernelName());
    mode = wanted;
  }

  /** Lets it hear a multicast group. */
  public void join(MacAddress group) throws IOException {
    links.joinGroup(made.link().name(), group);
  }

  /** Takes back {@link #join}. */
  public void leave(MacAddress group) throws IOException {
    links.leaveGroup(made.link().name(), group);
  }

  @Override
  public void send(byte[] frame) throws IOException {
    tap.send(frame);
  }

  /**
   * The macvtap's own count of frames that its queue had no room for (macvtap_count_rx_dropped).
   */
  @Override
  public long dropped() throws IOException {
    tap.check();
    return Long.parseLong(
        shell
            .run("cat /sys/class/net/%s/statistics/rx_dropped".formatted(made.link().name()))
            .require()
            .strip());
  }

  @Override
  public void close() throws IOException {
    tap.close();
    node.close();
    made.delete(links);
  }
}
