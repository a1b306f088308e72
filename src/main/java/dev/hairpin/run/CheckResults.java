package dev.hairpin.run;

import dev.hairpin.capture.Sighting;
import dev.hairpin.lab.Lab;
import dev.hairpin.lab.UplinkSession;
import dev.hairpin.report.Acceptance;
import dev.hairpin.report.CheckResult;
import dev.hairpin.report.CheckStatements;
import dev.hairpin.report.TrialPath;
import dev.hairpin.report.TrialPaths;
import dev.hairpin.steps.FinishedCheck;
import dev.hairpin.verdict.Diagnosis;
import dev.hairpin.verdict.Outcome;
import dev.hairpin.verdict.ProbePath;
import dev.hairpin.verdict.Trial;
import dev.hairpin.verdict.Verdict;
import dev.hairpin.verdict.Waiver;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finished checks to results: the last judgement, with every sighting there is, and the waivers of
 * the lab.
 */
final class CheckResults {
  private final Lab lab;
  private final Plan plan;
  private final LocalDate today;

  CheckResults(Lab lab, Plan plan, LocalDate today) {
    this.lab = lab;
    this.plan = plan;
    this.today = today;
  }

  /** A check's verdict as things stand, waivers counted. */
  Verdict verdict(FinishedCheck check, Function<Trial, List<Sighting>> copies) {
    return check.record().verdict(copies, new Acceptance(waivers(check), today));
  }

  /** What the lab accepts of a check. */
  List<Waiver> waivers(FinishedCheck check) {
    return waiversOf(check).stream().map(CheckResults::asVerdictWaiver).toList();
  }

  /** The names of the lab's uplinks. */
  List<String> uplinks() {
    return lab.uplinks().stream().map(Lab.Uplink::name).toList();
  }

  /** The day on which waivers were held against it. */
  LocalDate day() {
    return today;
  }

  private List<Lab.Waiver> waiversOf(FinishedCheck check) {
    return lab.waivers().stream().filter(each -> check.name().isMeantBy(each.check())).toList();
  }

  private static Waiver asVerdictWaiver(Lab.Waiver waiver) {
    return new Waiver(waiver.reason(), waiver.until(), waiver.diagnosis().flatMap(Diagnosis::ofId));
  }

  /** What goes into the report. */
  CheckResult result(
      UplinkSession uplink,
      FinishedUplink.Judged judged,
      Verdict verdict,
      Function<Trial, List<Sighting>> copies,
      List<String> evidence) {
    FinishedCheck check = judged.check();
    Optional<Plan.Planned> planned = plan.at(check.uri(), check.line());
    Optional<CheckResult.Waived> waived =
        verdict.outcome() == Outcome.WAIVED
            ? waiversOf(check).stream()
                .filter(each -> counts(each, verdict))
                .findFirst()
                .map(
                    each ->
                        new CheckResult.Waived(
                            each.reason(), each.until().map(LocalDate::toString)))
            : Optional.empty();
    List<TrialPath> paths =
        check.record().paths(copies).stream()
            .map(each -> TrialPaths.of(each, senderOf(each, uplink)))
            .toList();
    return new CheckResult(
        check.id(),
        check.scenario(),
        planned.map(Plan.Planned::feature).orElse(""),
        uplink.uplink().name(),
        check.tags(),
        verdict.outcome(),
        verdict.diagnosis(),
        verdict.reason(),
        check.duration().toNanos() / 1e6,
        evidence,
        Measurements.of(check, copies),
        planned.map(Plan.Planned::description).orElse(""),
        location(check),
        waived,
        paths,
        CheckStatements.findings(check.record()),
        CheckStatements.assumptions(verdict, check.record().notes()),
        judged.transcript());
  }

  private static String senderOf(ProbePath path, UplinkSession uplink) {
    return uplink.senderOf(path.probe().number()).orElseGet(() -> path.probe().source().toString());
  }

  private boolean counts(Lab.Waiver waiver, Verdict verdict) {
    return waiver.until().filter(each -> each.isBefore(today)).isEmpty()
        && (waiver.diagnosis().isEmpty()
            || waiver.diagnosis().equals(verdict.diagnosis().map(Diagnosis::id)));
  }

  private static String location(FinishedCheck check) {
    int features = check.uri().lastIndexOf("/features/");
    String file = features < 0 ? check.uri() : check.uri().substring(features + 1);
    return file + ":" + check.line();
  }
}
