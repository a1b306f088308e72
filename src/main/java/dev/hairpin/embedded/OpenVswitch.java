package dev.hairpin.embedded;

import dev.hairpin.linux.Child;
import dev.hairpin.linux.ChildCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Open vSwitch in the switch's namespace: its own database, sockets and daemons, in the lab's
 * folder. The machine's own Open vSwitch, if it has one, knows nothing of it.
 */
final class OpenVswitch {
  /** The folder that stands at /run/openvswitch for the switch's processes. */
  static final String FOLDER = "openvswitch";

  private final Child child;
  private final Path ready;

  private OpenVswitch(Child child, Path ready) {
    this.child = child;
    this.ready = ready;
  }

  static OpenVswitch start(LabNamespaces namespaces, LabFolder folder, boolean keepAlive)
      throws IOException {
    ChildCommand command =
        ChildCommand.of(
            "Open vSwitch of the embedded lab",
            namespaces.id(),
            namespaces.switching(),
            folder.file("openvswitch.log"),
            "/bin/sh",
            folder.file("openvswitch.sh").toString(),
            folder.path().toString());
    return new OpenVswitch(
        Child.start(keepAlive ? command.outlivingUs() : command), folder.file("ready"));
  }

  /** Its main process. */
  Child child() {
    return child;
  }

  /** Whether the bridge has all of its ports and forwards. */
  boolean ready() {
    return Files.exists(ready);
  }
}
