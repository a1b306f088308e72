package dev.hairpin.history;

import dev.hairpin.report.CheckResult;
import dev.hairpin.report.LabInfo;
import dev.hairpin.report.Results;
import dev.hairpin.report.RunInfo;
import dev.hairpin.report.Totals;
import dev.hairpin.verdict.Diagnosis;
import dev.hairpin.verdict.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs as they could be, one an hour. */
public final class Runs {
  static final Instant FIRST = Instant.parse("2026-11-01T02:00:00.125Z");

  private Runs() {}

  public static Results run(int number, CheckResult... checks) {
    return run(number, "rack12", "6.1.0-40", checks);
  }

  static Results run(int number, String lab, String kernel, CheckResult... checks) {
    Instant started = FIRST.plus(Duration.ofHours(number));
    List<CheckResult> all = List.of(checks);
    boolean failed = Totals.of(all).failed() > 0;
    return Results.of(
        new RunInfo(
            "run-%04d".formatted(number),
            started,
            started.plusSeconds(19),
            "0.1.0",
            failed ? 1 : 0),
        new LabInfo(
            lab,
            new LabInfo.Host(kernel, "tcg"),
            List.of(
                new LabInfo.Uplink(
                    "tor1",
                    "eth3",
                    "ixgbe",
                    "swp1",
                    new LabInfo.Switch("tor1", "linux-bridge", "Linux 6.18", "ssh")))),
        all,
        List.of(),
        Map.of());
  }

  static CheckResult check(String id, Outcome outcome, double millis) {
    return new CheckResult(
        id,
        "a claim",
        "VEPA",
        "tor1",
        List.of("@" + id),
        outcome,
        outcome == Outcome.FAILED ? Optional.of(Diagnosis.NO_REFLECTION) : Optional.empty(),
        "because",
        millis,
        List.of(),
        Map.of("one-way-us", millis / 10),
        "",
        "features/vepa.feature:1",
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  public static CheckResult passed(String id) {
    return check(id, Outcome.PASSED, 100);
  }

  static CheckResult failed(String id) {
    return check(id, Outcome.FAILED, 100);
  }
}
