package dev.hairpin.host;

import dev.hairpin.linux.TapDevice;
import dev.hairpin.wire.FrameSink;
import dev.hairpin.wire.MacAddress;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A station without a guest: this program holds its macvtap's file descriptor, as QEMU would. It
 * hears unicast to its MAC address, broadcast, the groups it joined, and the two all-hosts groups
 * (01:00:5e:00:00:01, 33:33:00:00:00:01).
 */
public final class BareStation implements Station {
  private final String name;
  private final Tap tap;
  private final TapDevice device;

  private BareStation(String name, Tap tap, TapDevice device) {
    this.name = name;
    this.tap = tap;
    this.device = device;
  }

  static BareStation open(
      String name, HostLinks links, String nic, MacvtapMode mode, FrameSink sink)
      throws IOException {
    Tap tap = links.tap(nic, mode);
    try {
      return new BareStation(
          name, tap, TapDevice.open(links.namespace(), tap.device(), tap.path(), sink));
    } catch (IOException failed) {
      tap.delete();
      throw failed;
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public MacAddress mac() {
    return tap.mac();
  }

  /** Its macvtap's name on the host. */
  public String link() {
    return tap.name();
  }

  /** Its macvtap's character device; whoever opens it becomes another queue of the macvtap. */
  public Path device() {
    return tap.path();
  }

  /** Its mode now. */
  public MacvtapMode mode() {
    return tap.mode();
  }

  /**
   * Changes its mode in place.
   *
   * @param mode vepa, bridge or private
   * @throws IOException from or to passthru: that needs a new station
   */
  public void setMode(MacvtapMode mode) throws IOException {
    tap.setMode(mode);
  }

  /** Hears a multicast group from now on. */
  public void join(MacAddress group) throws IOException {
    tap.join(group);
  }

  /** Takes back {@link #join}. */
  public void leave(MacAddress group) throws IOException {
    tap.leave(group);
  }

  @Override
  public void send(byte[] frame) throws IOException {
    device.send(frame);
  }

  /**
   * How many frames its receive queue has dropped since it was made.
   *
   * @throws IOException too when it no longer receives: its sink threw, or its macvtap was deleted
   */
  @Override
  public long dropped() throws IOException {
    device.check();
    return tap.dropped();
  }

  @Override
  public void close() throws IOException {
    device.close();
    tap.delete();
  }
}
