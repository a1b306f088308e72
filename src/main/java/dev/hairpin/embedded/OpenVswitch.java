package dev.hairpin.embedded;

import dev.hairpin.linux.Child;
import dev.hairpin.linux.ChildCommand;
import java.io.IOException;

/**
 * Open vSwitch in the switch's namespace: its own database, sockets and daemons, in the lab's
 * folder. The machine's own Open vSwitch, if it has one, knows nothing of it.
 */
final class OpenVswitch {
  /** The folder that stands at /run/openvswitch for the switch's processes. */
  static final String FOLDER = "openvswitch";

  private OpenVswitch() {}

  static ForwardingProcess start(LabNamespaces namespaces, LabFolder folder, boolean keepAlive)
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
    return new ForwardingProcess(
        Child.start(keepAlive ? command.outlivingUs() : command), folder.file("ready"));
  }
}
