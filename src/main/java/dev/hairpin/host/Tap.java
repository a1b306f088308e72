package dev.hairpin.host;

import dev.hairpin.linux.AddedLink;
import dev.hairpin.linux.CharacterDevice;
import dev.hairpin.linux.TapNode;
import dev.hairpin.wire.MacAddress;
import java.io.IOException;
import java.nio.file.Path;

/** One macvtap of a station or guest, from its making to its deletion. */
final class Tap {
  private final HostLinks links;
  private final AddedLink link;
  private final TapNode node;
  private final LinkDrops drops;
  private volatile MacvtapMode mode;

  Tap(HostLinks links, AddedLink link, TapNode node, LinkDrops drops, MacvtapMode mode) {
    this.links = links;
    this.link = link;
    this.node = node;
    this.drops = drops;
    this.mode = mode;
  }

  String name() {
    return link.name();
  }

  MacAddress mac() {
    return link.mac();
  }

  Path path() {
    return node.path();
  }

  CharacterDevice device() {
    return link.device().orElseThrow();
  }

  MacvtapMode mode() {
    return mode;
  }

  void setMode(MacvtapMode wanted) throws IOException {
    if (wanted == mode) {
      return;
    }
    if (wanted == MacvtapMode.PASSTHRU || mode == MacvtapMode.PASSTHRU) {
      throw new IOException(
          "%s can't change from %s to %s in place: make it anew"
              .formatted(name(), mode.kernelName(), wanted.kernelName()));
    }
    links.links().setMode(name(), "macvtap", wanted.kernelName());
    mode = wanted;
  }

  void join(MacAddress group) throws IOException {
    links.links().joinGroup(name(), group);
  }

  void leave(MacAddress group) throws IOException {
    links.links().leaveGroup(name(), group);
  }

  /** Frames that the device's queue has dropped since it was made. */
  long dropped() throws IOException {
    return drops.count();
  }

  void delete() throws IOException {
    drops.close();
    node.close();
    links.delete(name());
  }
}
