package dev.hairpin.lab;

import dev.hairpin.capture.CapturePoint;
import dev.hairpin.host.MacvtapMode;
import dev.hairpin.host.Station;
import dev.hairpin.wire.MacAddress;
import java.util.Optional;

/**
 * Somebody who takes part in a check.
 *
 * @param words how sentences call it: {@code A}, {@code the host}
 * @param station sends for it
 * @param point where its receiving is seen
 * @param mode its macvtap's mode, where it has one
 */
public record Member(
    String words, Station station, CapturePoint point, Optional<MacvtapMode> mode) {
  /** Its address. */
  public MacAddress mac() {
    return station.mac();
  }
}
