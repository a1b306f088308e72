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
 * @param slower times of checks that passed in both, longer than noise explains
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
    List<Slower> slower,
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

  /**
   * A time that got longer.
   *
   * @param figure {@code duration-ms}, or a measurement's name with the unit in it
   * @param limit what noise would explain
   * @param runs how many earlier runs the limit rests on; 0 where there are too few, and the limit
   *     is the double
   */
  public record Slower(
      String id,
      String uplink,
      String figure,
      double before,
      double after,
      double limit,
      int runs) {}

  /** Whether any check failed that did not fail before. A new check that fails has not broken. */
  @JsonProperty("anything-broke")
  public boolean anythingBroke() {
    return !broke.isEmpty();
  }
}
