package dev.hairpin.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.hairpin.verdict.Diagnosis;
import dev.hairpin.verdict.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What became of one check on one uplink.
 *
 * @param id the check's name everywhere, such as {@code vepa-unicast-reflected}
 * @param scenario its claim: the scenario's name
 * @param feature the feature's name
 * @param tags with their {@code @}
 * @param diagnosis present where the check failed, waived or not
 * @param reason one sentence for a person
 * @param durationMs wall time in milliseconds
 * @param evidence paths relative to the run's folder, with {@code /}
 * @param measurements by name, the unit at its end ({@code one-way-us}); not numbers and infinities
 *     are left out
 * @param description where the claim comes from: the clause or the kernel function
 * @param location feature file and line, such as {@code features/vepa.feature:12}
 * @param waiver why a failure is accepted, where the outcome is waived
 * @param trials the ways of the probes
 * @param findings what was claimed and seen, expectation by expectation
 * @param assumptions what the verdict rests on, beside what was seen
 * @param transcript what was said to and by the switch, line by line, secrets masked
 */
public record CheckResult(
    String id,
    String scenario,
    String feature,
    String uplink,
    List<String> tags,
    Outcome outcome,
    @JsonInclude(JsonInclude.Include.ALWAYS) Optional<Diagnosis> diagnosis,
    String reason,
    @JsonProperty("duration-ms") double durationMs,
    List<String> evidence,
    Map<String, Double> measurements,
    String description,
    String location,
    Optional<Waived> waiver,
    List<TrialPath> trials,
    List<Finding> findings,
    List<String> assumptions,
    List<String> transcript) {

  public CheckResult {
    tags = List.copyOf(tags);
    evidence = List.copyOf(evidence);
    measurements = Finite.only(measurements);
    trials = List.copyOf(trials);
    findings = List.copyOf(findings);
    assumptions = List.copyOf(assumptions);
    transcript = List.copyOf(transcript);
  }

  /**
   * What the lab file says about an accepted failure.
   *
   * @param until the last day it counts on, as ISO 8601; always where left out
   */
  public record Waived(String reason, Optional<String> until) {}

  /**
   * One expectation and what became of it.
   *
   * @param claim what was expected
   * @param seen what was seen
   */
  public record Finding(String claim, Outcome outcome, String seen) {}

  CheckResult withId(String newId) {
    return new CheckResult(
        newId,
        scenario,
        feature,
        uplink,
        tags,
        outcome,
        diagnosis,
        reason,
        durationMs,
        evidence,
        measurements,
        description,
        location,
        waiver,
        trials,
        findings,
        assumptions,
        transcript);
  }
}
