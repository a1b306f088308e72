package dev.hairpin.embedded;

import dev.hairpin.linux.NetNamespace;
import dev.hairpin.switches.Reach;
import dev.hairpin.switches.SwitchAccess;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

/** An embedded lab that is up: where it lies, and how its switch is reached. */
public final class ReachableLab {
  private final LabNamespaces namespaces;
  private final LabFolder folder;
  private final SwitchKind kind;
  private final SwitchAccess.Control control;

  ReachableLab(
      LabNamespaces namespaces, LabFolder folder, SwitchKind kind, SwitchAccess.Control control) {
    this.namespaces = namespaces;
    this.folder = folder;
    this.kind = kind;
    this.control = control;
  }

  /** The lab's id, which is its run's. */
  public String id() {
    return namespaces.id();
  }

  /** Where the KVM host's NICs are: {@code eth3} (uplink) and {@code eth4} (upstream). */
  public NetNamespace hostNamespace() {
    return namespaces.host();
  }

  /** From where the switch at 192.0.2.2 is reached. */
  public NetNamespace managementNamespace() {
    return namespaces.management();
  }

  /** Where the switch itself is. */
  public NetNamespace switchNamespace() {
    return namespaces.switching();
  }

  /** The management namespace, as the switch sessions want it. */
  public Reach reach() {
    return new Reach() {
      @Override
      public <T> T call(Callable<T> work) throws Exception {
        return namespaces.management().call(work);
      }
    };
  }

  /** The name of the resource with the waivers that only its switch needs; there may be none. */
  public String waivers() {
    return kind.waivers();
  }

  /** Whether frames pass the kernel's bridge, which its filters are in. */
  public boolean filters() {
    return kind != SwitchKind.FORWARDING_PLANE;
  }

  /**
   * What stands in the built-in lab file's placeholders: {@code lab}, {@code uplinks}, {@code
   * profile}, {@code control}, {@code address}, {@code private-key}, {@code host-key}, {@code
   * authentication-file}, {@code privacy-file}.
   */
  public Map<String, String> values() throws IOException {
    return Map.of(
        "lab",
        kind.lab(control),
        "uplinks",
        folder.cables().labFile(),
        "profile",
        kind.profile(),
        "control",
        control.name().toLowerCase(Locale.ROOT),
        "address",
        LabNamespaces.SWITCH_ADDRESS,
        "private-key",
        folder.file("user-key").toString(),
        "host-key",
        folder.hostKeyFingerprint(),
        "authentication-file",
        folder.file("snmp-authentication").toString(),
        "privacy-file",
        folder.file("snmp-privacy").toString());
  }
}
