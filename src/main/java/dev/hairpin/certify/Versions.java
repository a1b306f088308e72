package dev.hairpin.certify;

import dev.hairpin.linux.LocalShell;
import dev.hairpin.linux.NetNamespace;
import dev.hairpin.linux.ShellResult;
import dev.hairpin.report.Results;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.pcap4j.core.Pcaps;

/**
 * What a run was made with, by name: the program, its libraries, and the machine's own programs.
 */
final class Versions {
  /** Its name in a bundle. */
  static final String FILE = "versions.json";

  /** What tells the version of each; one that isn't installed took no part. */
  private static final Map<String, String> COMMANDS =
      commands(
          "system", ". /etc/os-release && echo \"$PRETTY_NAME\"",
          "kernel", "uname -srvm",
          "iproute2", "ip -V",
          "qemu", "qemu-system-x86_64 --version",
          "busybox", "busybox 2>&1",
          "openssh", "ssh -V 2>&1",
          "net-snmp", "snmpd --version",
          "openvswitch", "ovs-vsctl --version");

  private Versions() {}

  private static Map<String, String> commands(String... pairs) {
    Map<String, String> commands = new LinkedHashMap<>();
    for (int index = 0; index < pairs.length; index += 2) {
      commands.put(pairs[index], pairs[index + 1]);
    }
    return commands;
  }

  static Map<String, String> of(Results results) throws IOException {
    Map<String, String> versions = new LinkedHashMap<>();
    versions.put("hairpin", results.run().version());
    versions.put(
        "java", System.getProperty("java.vendor", "") + " " + Runtime.version().toString());
    try (LocalShell shell = LocalShell.open(NetNamespace.CURRENT, "certify")) {
      for (Map.Entry<String, String> each : COMMANDS.entrySet()) {
        ShellResult said = shell.run(each.getValue());
        said.output()
            .lines()
            .filter(line -> !line.isBlank())
            .findFirst()
            .filter(line -> said.ok())
            .ifPresent(line -> versions.put(each.getKey(), line.strip()));
      }
    }
    versions.put("libpcap", Pcaps.libVersion());
    for (String library : libraries()) {
      versions.put("library " + library.replaceFirst("-\\d.*", ""), library);
    }
    return versions;
  }

  /** By its own word, whatever it is called by. */
  /** The jars that the program's own jar names. */
  private static List<String> libraries() throws IOException {
    Path program;
    try {
      program = Path.of(Versions.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException none) {
      return List.of();
    }
    if (!program.toString().endsWith(".jar")) {
      return List.of();
    }
    try (JarFile jar = new JarFile(program.toFile())) {
      Manifest manifest = jar.getManifest();
      String path =
          manifest == null
              ? null
              : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
      return path == null
          ? List.of()
          : List.of(path.replace("lib/", "").replace(".jar", "").split(" "));
    }
  }
}
