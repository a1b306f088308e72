package dev.hairpin.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The programs that an embedded lab is made of, and the Debian packages that have them. */
final class RequiredPrograms {
  private static final Map<String, String> PACKAGES = new LinkedHashMap<>();
  private static final Map<String, String> OPEN_VSWITCH = new LinkedHashMap<>();

  static {
    PACKAGES.put("ip", "iproute2");
    PACKAGES.put("bridge", "iproute2");
    PACKAGES.put("sshd", "openssh-server");
    PACKAGES.put("ssh-keygen", "openssh-client");
    PACKAGES.put("snmpd", "snmpd");
    PACKAGES.put("nft", "nftables");
    PACKAGES.put("perl", "perl-base");
    PACKAGES.put("setpriv", "util-linux");
    PACKAGES.put("setsid", "util-linux");
    PACKAGES.put("mount", "mount");
    OPEN_VSWITCH.put("ovsdb-server", "openvswitch-switch");
    OPEN_VSWITCH.put("ovs-vswitchd", "openvswitch-switch");
    OPEN_VSWITCH.put("ovs-vsctl", "openvswitch-switch");
    OPEN_VSWITCH.put("ovs-ofctl", "openvswitch-common");
  }

  private static final List<String> PLACES =
      List.of("/usr/sbin", "/usr/bin", "/sbin", "/bin", "/usr/local/sbin", "/usr/local/bin");

  private RequiredPrograms() {}

  /** The packages to install; empty when nothing is missing. */
  static List<String> missingPackages(SwitchKind kind) {
    Map<String, String> packages = new LinkedHashMap<>(PACKAGES);
    if (kind == SwitchKind.OPEN_VSWITCH) {
      packages.putAll(OPEN_VSWITCH);
    }
    return packages.entrySet().stream()
        .filter(each -> !installed(each.getKey()))
        .map(Map.Entry::getValue)
        .distinct()
        .toList();
  }

  static void require(SwitchKind kind) throws IOException {
    List<String> missing = missingPackages(kind);
    if (!missing.isEmpty()) {
      throw new IOException(
          "the embedded lab needs %s; `apt-get install %s` brings it"
              .formatted(String.join(", ", missing), String.join(" ", missing)));
    }
  }

  private static boolean installed(String program) {
    String path = System.getenv("PATH");
    return Stream.concat(
            PLACES.stream(), path == null ? Stream.empty() : Stream.of(path.split(":")))
        .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
  }
}
