package dev.hairpin.embedded.plane;

/**
 * The way of one copy through the switch.
 *
 * @param in where the frame came in
 * @param out where this copy is to go out
 */
public record Passage(Port in, Port out) {
  /** Whether it goes back out of the port that it came in on. */
  public boolean reflected() {
    return in.equals(out);
  }

  /** Whether it goes from the upstream to stations. */
  public boolean down() {
    return in.role() == Port.Role.UPSTREAM && out.uplink();
  }
}
