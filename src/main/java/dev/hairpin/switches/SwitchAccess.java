package dev.hairpin.switches;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How one switch is reached, as the lab file says.
 *
 * @param name the switch's name in the lab file
 * @param profile a name in {@code switch-profiles/}, or a path
 * @param address host name or IP address
 * @param control which protocol sets reflective relay
 * @param ssh present when {@code control} is SSH
 * @param snmp present when {@code control} is SNMP; may be there beside SSH too
 */
public record SwitchAccess(
    String name,
    String profile,
    String address,
    Control control,
    Optional<Ssh> ssh,
    Optional<Snmp> snmp) {

  /** All that must never be shown, whichever protocol it is for. */
  List<Secret> secrets() {
    Stream<Secret> ofSnmp =
        snmp.stream()
            .flatMap(
                each ->
                    Stream.of(
                        each.authentication().map(Protocol::password),
                        each.privacy().map(Protocol::password),
                        each.community()))
            .flatMap(Optional::stream);
    return Stream.concat(ssh.stream().flatMap(each -> each.secrets().stream()), ofSnmp).toList();
  }

  /** The protocol that sets reflective relay. */
  public enum Control {
    SSH,
    SNMP
  }

  /** How old the algorithms may be that an SSH server is spoken to with. */
  public enum Algorithms {
    MODERN,
    /** Also those that are broken or weak, for devices that have no others. */
    LEGACY
  }

  /**
   * An SSH login; with a key or the agent, or a password, or first the one and then the other.
   *
   * @param port TCP port, 1 to 65535
   * @param privateKeyPassphrase what opens the private key's file
   * @param agent whether the keys of the SSH agent are tried (SSH_AUTH_SOCK)
   * @param enablePassword where left out, the login password serves
   * @param hostKey {@code SHA256:} and the base64 fingerprint; or {@code knownHosts}: at least one
   *     is there
   * @param via the host that the connection goes through
   */
  public record Ssh(
      int port,
      String username,
      Optional<Secret> password,
      Optional<Path> privateKey,
      Optional<Secret> privateKeyPassphrase,
      boolean agent,
      Optional<Secret> enablePassword,
      Optional<String> hostKey,
      Optional<Path> knownHosts,
      Algorithms algorithms,
      Optional<Via> via) {

    /** A direct login with password or key file and modern algorithms. */
    public Ssh(
        int port,
        String username,
        Optional<Secret> password,
        Optional<Path> privateKey,
        Optional<Secret> enablePassword,
        Optional<String> hostKey,
        Optional<Path> knownHosts) {
      this(
          port,
          username,
          password,
          privateKey,
          Optional.empty(),
          false,
          enablePassword,
          hostKey,
          knownHosts,
          Algorithms.MODERN,
          Optional.empty());
    }

    /** All that must never be shown. */
    List<Secret> secrets() {
      Stream<Secret> own =
          Stream.of(password, privateKeyPassphrase, enablePassword).flatMap(Optional::stream);
      return Stream.concat(own, via.stream().flatMap(each -> each.ssh().secrets().stream()))
          .toList();
    }
  }

  /** A jump host. */
  public record Via(String address, Ssh ssh) {}

  /**
   * SNMP access.
   *
   * @param port UDP port
   * @param version 2 for v2c, 3 for v3
   * @param username v3 only
   * @param authentication v3 only
   * @param privacy v3 only
   * @param community v2c only
   */
  public record Snmp(
      int port,
      int version,
      Optional<String> username,
      Optional<Protocol> authentication,
      Optional<Protocol> privacy,
      Optional<Secret> community) {}

  /**
   * A v3 authentication or privacy protocol with its secret.
   *
   * @param protocol MD5, SHA-1, SHA-224, SHA-256, SHA-384, SHA-512; DES, 3DES, AES-128, AES-192,
   *     AES-256
   */
  public record Protocol(String protocol, Secret password) {}
}
