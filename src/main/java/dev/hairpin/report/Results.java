package dev.hairpin.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.hairpin.verdict.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Everything that a run found out; {@code results.json} is this record, field by field.
 *
 * @param format always {@value #FORMAT}
 * @param checks in the order in which the lab names its uplinks, and as they were run on each; (id,
 *     uplink) is unique
 * @param totals how many checks had which outcome
 * @param notes sentences about the run as a whole, such as what a sweep removed
 * @param environment what the machine was, such as {@code java} to {@code 17.0.15}
 */
public record Results(
    String format,
    RunInfo run,
    LabInfo lab,
    List<CheckResult> checks,
    Totals totals,
    List<String> notes,
    Map<String, String> environment) {

  /** The name and version of this format. */
  public static final String FORMAT = "hairpin-results/1";

  public Results {
    Objects.requireNonNull(run, "it has no 'run'");
    Objects.requireNonNull(lab, "it has no 'lab'");
    Objects.requireNonNull(totals, "it has no 'totals'");
    checks = List.copyOf(checks);
    notes = List.copyOf(notes);
    environment = Ordered.copy(environment);
  }

  /**
   * Puts the results of a run together: sorts the checks by uplink, counts them, and tells checks
   * apart that have the same id on the same uplink (the second becomes {@code id-2}, with a note).
   */
  public static Results of(
      RunInfo run,
      LabInfo lab,
      List<CheckResult> checks,
      List<String> notes,
      Map<String, String> environment) {
    List<String> order = lab.uplinks().stream().map(LabInfo.Uplink::name).toList();
    List<CheckResult> sorted = new ArrayList<>(checks);
    sorted.sort(Comparator.comparingInt(each -> order.indexOf(each.uplink()) & Integer.MAX_VALUE));
    List<String> allNotes = new ArrayList<>(notes);
    List<CheckResult> unique = UniqueIds.of(sorted, allNotes);
    return new Results(FORMAT, run, lab, unique, Totals.of(unique), allNotes, environment);
  }

  /** The checks with one outcome, in order. */
  @JsonIgnore
  public List<CheckResult> with(Outcome outcome) {
    return checks.stream().filter(each -> each.outcome() == outcome).toList();
  }

  /** The names of all uplinks that have a check, in order. */
  @JsonIgnore
  public List<String> uplinks() {
    return checks.stream().map(CheckResult::uplink).distinct().toList();
  }
}
