package dev.hairpin.lab;

import dev.hairpin.host.Station;
import dev.hairpin.wire.MacAddress;

/**
 * One frame to be sent and judged.
 *
 * @param title what it is, for a person: {@code A's unicast to B}
 * @param from who sends it
 * @param source its source address, the sender's own
 * @param destination its destination address; its group bits decide which class of fence follows it
 */
public record Sending(String title, Station from, MacAddress source, MacAddress destination) {
  /** From a station's own address. */
  public static Sending of(String title, Station from, MacAddress destination) {
    return new Sending(title, from, from.mac(), destination);
  }
}
