package dev.hairpin.report;

import dev.hairpin.verdict.Diagnosis;
import dev.hairpin.verdict.Outcome;
import java.util.List;
import java.util.Optional;

/**
 * A run in short.
 *
 * @param text the verdict in one sentence and the totals, for a chat message
 * @param url where the report can be read
 * @param attention the checks that failed, could not be decided or are waived, in this order
 * @param comparison with an older run
 */
public record RunSummary(
    String format,
    String text,
    String verdict,
    Optional<String> url,
    RunInfo run,
    LabInfo lab,
    Totals totals,
    List<Check> attention,
    Optional<Comparison> comparison) {
  static final String FORMAT = "hairpin-summary/1";

  /** One check that a reader should know of. */
  public record Check(
      String id,
      String uplink,
      Outcome outcome,
      Optional<Diagnosis> diagnosis,
      String reason,
      Optional<CheckResult.Waived> waiver) {}

  /** Sums a run up. */
  public static RunSummary of(
      Results results, Optional<Comparison> comparison, Optional<String> url) {
    String sentence = Headline.sentence(results);
    return new RunSummary(
        FORMAT,
        "Hairpin, lab %s: %s %s%s"
            .formatted(
                results.lab().name(),
                sentence,
                Headline.line(results),
                url.map(each -> " " + each).orElse("")),
        sentence,
        url,
        results.run(),
        results.lab(),
        results.totals(),
        List.of(Outcome.FAILED, Outcome.INCONCLUSIVE, Outcome.WAIVED).stream()
            .flatMap(each -> results.with(each).stream())
            .map(RunSummary::check)
            .toList(),
        comparison);
  }

  private static Check check(CheckResult check) {
    return new Check(
        check.id(),
        check.uplink(),
        check.outcome(),
        check.diagnosis(),
        check.reason(),
        check.waiver());
  }
}
