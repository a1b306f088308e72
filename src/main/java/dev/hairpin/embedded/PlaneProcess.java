package dev.hairpin.embedded;

import dev.hairpin.embedded.fault.FaultChoice;
import dev.hairpin.embedded.fault.FaultySwitch;
import dev.hairpin.linux.Child;
import dev.hairpin.linux.ChildCommand;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The forwarding plane of the lab's own, as a process in the switch's namespace. */
final class PlaneProcess {
  private PlaneProcess() {}

  /** A Java virtual machine of its own, so that it outlives this program where that is wanted. */
  static ForwardingProcess start(
      LabNamespaces namespaces, LabFolder folder, FaultChoice fault, boolean keepAlive)
      throws IOException {
    Path ready = folder.file("ready");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-Xmx96m",
                "-Djna.nosys=true",
                "-cp",
                classPath(),
                FaultySwitch.class.getName(),
                namespaces.id(),
                fault.toString(),
                ready.toString()));
    command.addAll(folder.cables().portRoles());
    ChildCommand child =
        ChildCommand.of(
            "the forwarding plane of the embedded lab",
            namespaces.id(),
            namespaces.switching(),
            folder.file("plane.log"),
            command.toArray(String[]::new));
    return new ForwardingProcess(Child.start(keepAlive ? child.outlivingUs() : child), ready);
  }

  /** The child starts in another directory. */
  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(each -> Path.of(each).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }
}
