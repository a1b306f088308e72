package dev.hairpin.embedded.fault;

import dev.hairpin.embedded.plane.ForwardingPlane;
import dev.hairpin.embedded.plane.Port;
import dev.hairpin.embedded.plane.Port.Role;
import dev.hairpin.linux.LocalShell;
import dev.hairpin.linux.NetNamespace;
import dev.hairpin.linux.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The process that forwards in place of the kernel's bridge, in the switch's namespace. The bridge
 * stays: it learns, counts and shows what is set. Its ports are isolated from one another, and each
 * from itself (br_skb_isolated), so it forwards nothing.
 */
public final class FaultySwitch {
  private FaultySwitch() {}

  /**
   * Forwards until it is killed.
   *
   * @param arguments the run's id, the fault, the file that says when it forwards, and the ports
   *     ({@code swp1=uplink})
   */
  public static void main(String[] arguments) throws IOException {
    List<Port> ports = new ArrayList<>();
    for (int position = 3; position < arguments.length; position++) {
      ports.add(port(arguments[position]));
    }
    try (Shell shell = LocalShell.open(NetNamespace.CURRENT, arguments[0])) {
      for (Port each : ports) {
        set(shell, each, "isolated", true);
      }
      ForwardingPlane plane =
          new ForwardingPlane(
              ports,
              FaultChoice.parse(arguments[1]).make(),
              (port, on) -> set(shell, port, "hairpin", on));
      Files.createFile(Path.of(arguments[2]));
      plane.run();
    }
  }

  private static Port port(String text) {
    String[] parts = text.split("=");
    return new Port(parts[0], Role.valueOf(parts[1].toUpperCase(Locale.ROOT)));
  }

  private static void set(Shell shell, Port port, String flag, boolean on) throws IOException {
    shell
        .run("bridge link set dev %s %s %s".formatted(port.name(), flag, on ? "on" : "off"))
        .require();
  }
}
