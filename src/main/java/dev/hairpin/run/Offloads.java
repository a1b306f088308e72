package dev.hairpin.run;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The offloads of a NIC that change frames or their way, out of what {@code ethtool -k} prints.
 * Those that only put off work that the wire never shows (checksums, TSO) are left out.
 */
final class Offloads {
  private final Map<String, String> states = new LinkedHashMap<>();

  /** Reads ethtool's lines, such as {@code large-receive-offload: off [fixed]}. */
  Offloads(String printed) {
    printed
        .lines()
        .map(each -> each.strip().split(":\\s*", 2))
        .filter(each -> each.length == 2)
        .forEach(each -> states.put(each[0], each[1]));
  }

  void examine(String nic, Findings findings) {
    String use = "use NIC " + nic;
    if (on("large-receive-offload")) {
      findings.cannot(
          use + " (LRO off): it merges frames, and they don't come out as they came in",
          "ethtool -K %s lro off".formatted(nic));
    }
    if (on("rx-gro-hw")) {
      findings.cannot(
          use + " (hardware GRO off): it merges frames before anybody sees them",
          "ethtool -K %s rx-gro-hw off".formatted(nic));
    }
    if (on("l2-fwd-offload")) {
      findings.cannot(
          use + " (L2 forwarding offload off): it may switch macvlan's frames itself",
          "ethtool -K %s l2-fwd-offload off".formatted(nic));
    }
    if (on("generic-receive-offload")) {
      findings.hint(
          use + " with GRO on: guests' TCP segments are seen merged, probes are not",
          "ethtool -K %s gro off, where captures of guests are to show each segment"
              .formatted(nic));
    }
    if (on("rx-vlan-offload")) {
      findings.hint(
          use + " with VLAN offload on: captures put the tag back",
          "ethtool -K %s rxvlan off, where other programs' captures are to show tags"
              .formatted(nic));
    }
  }

  private boolean on(String name) {
    return states.getOrDefault(name, "off").startsWith("on");
  }
}
