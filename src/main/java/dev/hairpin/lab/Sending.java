package dev.hairpin.lab;

import dev.hairpin.host.Station;
import dev.hairpin.wire.MacAddress;
import dev.hairpin.wire.Probe;
import dev.hairpin.wire.ProbeRole;
import dev.hairpin.wire.ProbeShape;
import dev.hairpin.wire.RunTag;

/**
 * One frame to be sent and judged.
 *
 * @param title what it is, for a person: {@code A's unicast to B}
 * @param from who sends it
 * @param source its source address, the sender's own
 * @param destination its destination address
 * @param shape what it looks like beside; its fence looks alike, so that it is queued alike
 * @param closedBy the address whose class of fence follows it: the destination, but where a bridge
 *     forwards nothing to that by rule
 */
public record Sending(
    String title,
    Station from,
    MacAddress source,
    MacAddress destination,
    ProbeShape shape,
    MacAddress closedBy) {
  /** From a station's own address, of the plainest shape. */
  public static Sending of(String title, Station from, MacAddress destination) {
    return new Sending(title, from, from.mac(), destination, ProbeShape.PLAIN, destination);
  }

  /** The same in another shape. */
  public Sending shaped(ProbeShape other) {
    return new Sending(title, from, source, destination, other, closedBy);
  }

  /** The same, followed by a fence of another class. */
  public Sending closedBy(MacAddress address) {
    return new Sending(title, from, source, destination, shape, address);
  }

  /** The probe that is sent. */
  Probe probe(RunTag run, int number) {
    return new Probe(run, number, ProbeRole.PROBE, source, destination, shape);
  }
}
