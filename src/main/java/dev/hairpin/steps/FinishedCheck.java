package dev.hairpin.steps;

import dev.hairpin.capture.CapturePoint;
import dev.hairpin.verdict.CheckRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A check whose scenario has ended. Its verdict is still open until the run's end: a late copy may
 * flip it.
 *
 * @param name the check's name
 * @param uri the feature file
 * @param line the scenario's line there
 * @param scenario the scenario's name: the claim
 * @param tags with {@code @}
 * @param record what was found
 * @param firstSighting the order of the uplink's first sighting that belongs to it
 * @param endSighting the order behind its last
 * @param points every place that could see frames when it ended, whether it saw any or not
 * @param measurements by name; the name ends with the unit
 */
public record FinishedCheck(
    CheckId name,
    String uri,
    int line,
    String scenario,
    List<String> tags,
    CheckRecord record,
    long firstSighting,
    long endSighting,
    List<CapturePoint> points,
    Instant started,
    Duration duration,
    Map<String, Double> measurements) {
  /** The check's id, which no other check of its uplink has. */
  public String id() {
    return name.id();
  }
}
