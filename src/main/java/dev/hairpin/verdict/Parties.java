package dev.hairpin.verdict;

import dev.hairpin.capture.CapturePoint;
import dev.hairpin.capture.Sighting;
import dev.hairpin.wire.MacAddress;
import java.util.List;

/**
 * Who speaks to whom in a {@link Conversation}, and where it can be heard.
 *
 * @param from who sends
 * @param nicOut where frames leave
 * @param nicIn where they come back
 * @param arrival where the other guest receives
 */
public record Parties(
    MacAddress from, MacAddress to, CapturePoint nicOut, CapturePoint nicIn, CapturePoint arrival) {
  /** What was seen of them. */
  public Conversation heard(List<Sighting> sightings) {
    return new Conversation(sightings, from, to, nicOut, nicIn, arrival);
  }
}
