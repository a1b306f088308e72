package dev.hairpin.history;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.hairpin.verdict.Diagnosis;
import dev.hairpin.verdict.Outcome;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What became of one check on one uplink in one run.
 *
 * @param run the run's id
 * @param conditions what it ran on
 * @param durationMs wall time in milliseconds
 */
public record RecordedCheck(
    String run,
    Instant started,
    String id,
    String uplink,
    Outcome outcome,
    Optional<Diagnosis> diagnosis,
    String reason,
    @JsonProperty("duration-ms") double durationMs,
    Conditions conditions,
    Map<String, Double> measurements) {
  public RecordedCheck {
    measurements = Map.copyOf(measurements);
  }

  /** What a verdict may depend on beside chance: with another of these it may rightly differ. */
  public record Conditions(
      String lab, String version, String kernel, String driver, String system) {}
}
