package dev.hairpin.switches;

import java.nio.file.Path;
import java.util.Optional;

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

  /** The protocol that sets reflective relay. */
  public enum Control {
    SSH,
    SNMP
  }

  /**
   * An SSH login.
   *
   * @param port TCP port, 1 to 65535
   * @param password or {@code privateKey}: exactly one is there
   * @param enablePassword where left out, the login password serves
   * @param hostKey {@code SHA256:} and the base64 fingerprint; or {@code knownHosts}: at least one
   *     is there
   */
  public record Ssh(
      int port,
      String username,
      Optional<Secret> password,
      Optional<Path> privateKey,
      Optional<Secret> enablePassword,
      Optional<String> hostKey,
      Optional<Path> knownHosts) {}

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
   *     AES-256; AES-192-C and AES-256-C lengthen the key as 3DES does, which some agents want
   */
  public record Protocol(String protocol, Secret password) {}
}
