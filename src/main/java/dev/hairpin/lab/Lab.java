package dev.hairpin.lab;

import dev.hairpin.switches.SwitchAccess;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a lab file says.
 *
 * @param name {@code [a-z0-9-]{1,32}}
 * @param uplinks at least one
 * @param upstream a NIC of this machine on another port of the same switch and VLAN
 * @param timing waits
 */
public record Lab(
    String name,
    Host host,
    List<Uplink> uplinks,
    Optional<Upstream> upstream,
    List<SwitchAccess> switches,
    List<Waiver> waivers,
    Timing timing) {

  /**
   * The KVM host.
   *
   * @param address {@code local}, or {@code ssh://user@host:port}
   * @param login how to log in there; present exactly when {@code address} is not local
   */
  public record Host(
      String address,
      Virtualization virtualization,
      AcceleratorChoice accelerator,
      Optional<Login> login) {

    /** A host without a login: the machine that the program runs on. */
    public Host(String address, Virtualization virtualization, AcceleratorChoice accelerator) {
      this(address, virtualization, accelerator, Optional.empty());
    }

    /** Whether this is the machine that the program runs on. */
    public boolean isLocal() {
      return login.isEmpty();
    }
  }

  /**
   * The login of a host elsewhere.
   *
   * @param port TCP port, 1 to 65535; 22 where left out
   * @param key the private key's file
   * @param hostKey {@code SHA256:} and the base64 fingerprint; or {@code knownHosts}: at least one
   *     is there
   */
  public record Login(
      String username,
      String host,
      int port,
      Path key,
      Optional<String> hostKey,
      Optional<Path> knownHosts) {}

  /** Who starts the guests. */
  public enum Virtualization {
    QEMU,
    LIBVIRT
  }

  /** Which accelerator guests use. */
  public enum AcceleratorChoice {
    /** Whichever a probe guest boots with. */
    AUTO,
    KVM,
    TCG
  }

  /**
   * One cable: a NIC of the host and the switch port it is plugged into.
   *
   * @param switchName a name under {@code switches}
   * @param port as the switch calls it
   * @param vlan the untagged VLAN of the port, 1 to 4094
   */
  public record Uplink(
      String name, String nic, String switchName, String port, Optional<Integer> vlan) {}

  /** The upstream station's NIC. */
  public record Upstream(String nic) {}

  /**
   * A failure that is accepted in this lab.
   *
   * @param check the check's id
   * @param reason why it is accepted
   * @param until the last day it counts on; always where left out
   * @param diagnosis when given, only a failure with this diagnosis is accepted
   */
  public record Waiver(
      String check, String reason, Optional<LocalDate> until, Optional<String> diagnosis) {}

  /**
   * Waits.
   *
   * @param guard how long after the fence a late frame is still waited for; 20 ms where left out
   */
  public record Timing(Duration guard) {}

  /** The switch that an uplink is plugged into. */
  public SwitchAccess switchOf(Uplink uplink) {
    return switches.stream()
        .filter(each -> each.name().equals(uplink.switchName()))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no switch '" + uplink.switchName() + "'"));
  }
}
