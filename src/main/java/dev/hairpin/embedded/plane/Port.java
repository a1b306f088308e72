package dev.hairpin.embedded.plane;

/**
 * A port of the switch.
 *
 * @param name the NIC's name
 * @param role what is plugged in
 */
public record Port(String name, Role role) {
  /** What a port of the embedded lab's switch is for. */
  public enum Role {
    /** A host with stations. */
    UPLINK,
    /** The upstream station. */
    UPSTREAM,
    /** Somebody who is nobody's concern. */
    BYSTANDER
  }

  /** Whether stations are behind it. */
  public boolean uplink() {
    return role == Role.UPLINK;
  }

  @Override
  public String toString() {
    return name;
  }
}
