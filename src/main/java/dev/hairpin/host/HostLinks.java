package dev.hairpin.host;

import dev.hairpin.host.UndoLog.Change;
import dev.hairpin.linux.AddedLink;
import dev.hairpin.linux.LinkRefusedException;
import dev.hairpin.linux.Links;
import dev.hairpin.linux.NetNamespace;
import dev.hairpin.linux.NewLink;
import dev.hairpin.linux.Shell;
import dev.hairpin.linux.TapNode;
import dev.hairpin.wire.MacAddress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Makes and deletes the links of stations, each told to the undo log before. */
final class HostLinks {
  private static final int TRIES = 4;

  private final NetNamespace namespace;
  private final Shell shell;
  private final Links links;
  private final StationAddresses addresses;
  private final Path runDirectory;
  private final UndoLog undo;

  HostLinks(
      NetNamespace namespace,
      Shell shell,
      String runId,
      StationAddresses addresses,
      Path runDirectory,
      UndoLog undo) {
    this.namespace = namespace;
    this.shell = shell;
    this.links = new Links(shell, runId);
    this.addresses = addresses;
    this.runDirectory = runDirectory;
    this.undo = undo;
  }

  Links links() {
    return links;
  }

  NetNamespace namespace() {
    return namespace;
  }

  Path runDirectory() {
    return runDirectory;
  }

  UndoLog undo() {
    return undo;
  }

  Tap tap(String nic, MacvtapMode mode) throws IOException {
    AddedLink link = add("macvtap", nic, mode);
    try {
      return new Tap(
          this,
          link,
          TapNode.of(link, shell, runDirectory),
          LinkDrops.of(link.name(), shell),
          mode);
    } catch (IOException failed) {
      delete(link.name());
      throw failed;
    }
  }

  AddedLink add(String kind, String nic, MacvtapMode mode) throws IOException {
    for (int attempt = 1; ; attempt++) {
      MacAddress mac = addresses.next();
      String name = StationAddresses.linkName(mac);
      undo.before(change(name));
      try {
        return links.add(new NewLink(kind, nic, name, Optional.of(mac), mode.kernelName()));
      } catch (LinkRefusedException refused) {
        undo.undone(change(name));
        // Another run on this machine may have drawn the same byte.
        if (attempt == TRIES || !refused.reason().contains("File exists")) {
          throw refused;
        }
      }
    }
  }

  void delete(String name) throws IOException {
    links.delete(name);
    undo.undone(change(name));
  }

  private Change change(String name) {
    return new Change("link", Map.of("namespace", namespace.name().orElse(""), "link", name));
  }
}
