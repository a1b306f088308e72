package dev.hairpin.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.hairpin.verdict.Diagnosis;
import dev.hairpin.verdict.Outcome;
import java.util.List;
import java.util.Optional;

/**
 * What became different from one run to another.
 *
 * @param before the earlier run's id
 * @param after the later run's id
 * @param broke failed in the later run and did not in the earlier, which had it
 * @param recovered passed, and failed before
 * @param appeared only in the later run
 * @param gone only in the earlier run
 * @param changed any other difference of outcome or diagnosis
 * @param same how many checks have the same outcome and diagnosis in both
 */
public record Comparison(
    String before,
    String after,
    List<Change> broke,
    List<Change> recovered,
    @JsonProperty("new") List<Change> appeared,
    List<Change> gone,
    List<Change> changed,
    int same) {

  /** One check that is not as it was; what a run does not have is absent. */
  public record Change(
      String id,
      String uplink,
      Optional<Outcome> before,
      Optional<Outcome> after,
      Optional<Diagnosis> diagnosisBefore,
      Optional<Diagnosis> diagnosisAfter,
      String reason) {}

  /** Whether any check failed that did not fail before. A new check that fails has not broken. */
  @JsonProperty("anything-broke")
  public boolean anythingBroke() {
    return !broke.isEmpty();
  }
}
