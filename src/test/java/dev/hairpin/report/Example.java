package dev.hairpin.report;

import dev.hairpin.capture.CapturePoint.Kind;
import dev.hairpin.verdict.Diagnosis;
import dev.hairpin.verdict.Outcome;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs as they could be, for tests. */
final class Example {
  static final String VEPA = "VEPA: the switch sends frames back";
  static final String PRIVATE = "Private isolation";

  private Example() {}

  static Results run(CheckResult... checks) {
    return run(List.of(checks));
  }

  static Results run(List<CheckResult> checks) {
    return results(checks, false, List.of("The sweep found nothing."));
  }

  static Results results(List<CheckResult> checks, boolean interrupted, List<String> notes) {
    int exit = ExitStatus.of(Totals.of(checks), interrupted);
    return Results.of(
        new RunInfo(
            "20261122-091522-7f3a",
            Instant.parse("2026-11-22T09:15:22.125Z"),
            Instant.parse("2026-11-22T09:15:41.500Z"),
            "0.1.0",
            exit),
        new LabInfo(
            "rack12",
            new LabInfo.Host("6.18.5", "tcg"),
            List.of(uplink("tor1", "eth3", "swp1"), uplink("tor2", "eth5", "swp7"))),
        checks,
        notes,
        Map.of("java", "17.0.15"));
  }

  private static LabInfo.Uplink uplink(String name, String nic, String port) {
    LabInfo.Switch tor = new LabInfo.Switch(name, "linux-bridge", "Linux 6.18", "ssh");
    return new LabInfo.Uplink(name, nic, "veth", port, tor);
  }

  static CheckResult passed(String id, String uplink) {
    return check(
        id,
        VEPA,
        uplink,
        Outcome.PASSED,
        Optional.empty(),
        "B got A's frame once.",
        reflected(1, 1));
  }

  static CheckResult failed(String id, String uplink) {
    return check(
        id,
        VEPA,
        uplink,
        Outcome.FAILED,
        Optional.of(Diagnosis.NO_REFLECTION),
        "The frame left eth3 once, and the switch never sent it back.",
        reflected(0, 0));
  }

  static CheckResult failing(String id, String uplink, String reason, List<TrialPath> trials) {
    return check(id, VEPA, uplink, Outcome.FAILED, Optional.of(Diagnosis.LOST), reason, trials);
  }

  static CheckResult said(CheckResult check, List<String> transcript) {
    return copy(check, check.reason(), transcript);
  }

  static CheckResult reasoned(CheckResult check, String reason) {
    return copy(check, reason, check.transcript());
  }

  private static CheckResult copy(CheckResult check, String reason, List<String> transcript) {
    return new CheckResult(
        check.id(),
        check.scenario(),
        check.feature(),
        check.uplink(),
        check.tags(),
        check.outcome(),
        check.diagnosis(),
        reason,
        check.durationMs(),
        check.evidence(),
        check.measurements(),
        check.description(),
        check.location(),
        check.waiver(),
        check.trials(),
        check.findings(),
        check.assumptions(),
        transcript);
  }

  static CheckResult duplicated(String id, String uplink) {
    return check(
        id,
        VEPA,
        uplink,
        Outcome.FAILED,
        Optional.of(Diagnosis.DUPLICATE),
        "The switch sent the frame back twice.",
        reflected(2, 2));
  }

  /** Bridge mode: unicast within the host, broadcast also up, and U's broadcast down. */
  static CheckResult bridged(String id, String uplink) {
    return check(
        id,
        VEPA,
        uplink,
        Outcome.FAILED,
        Optional.of(Diagnosis.UPLINK_LEAK),
        "U's broadcast was sent back up.",
        List.of(
            new TrialPath(
                "A to B, unicast",
                "station A",
                List.of(
                    hop("host eth3 out", Kind.NIC_OUT, "0", 0, 0),
                    hop("host eth3 in", Kind.NIC_IN, "any", 1, 1.1, true),
                    hop("station B", Kind.STATION, "1", 1, 2.5))),
            new TrialPath(
                "A to all, broadcast",
                "station A",
                List.of(
                    hop("host eth3 out", Kind.NIC_OUT, "1", 1, 0),
                    hop("host eth3 in", Kind.NIC_IN, "0", 0, 0),
                    hop("station A", Kind.STATION, "0", 0, 0),
                    hop("station B", Kind.STATION, "1", 1, 2.5),
                    hop("station C", Kind.STATION, "1", 1, 2.9),
                    hop("host eth3", Kind.HOST, "0", 0, 0),
                    hop("upstream", Kind.UPSTREAM, "1", 1, 12340.5))),
            new TrialPath(
                "U to all, broadcast",
                "upstream",
                List.of(
                    hop("host eth3 out", Kind.NIC_OUT, "0", 1, 30),
                    hop("host eth3 in", Kind.NIC_IN, "1", 1, 0),
                    hop("station A", Kind.STATION, "1", 1, 2.5),
                    hop("station B", Kind.STATION, "1", 0, 0),
                    hop("upstream", Kind.UPSTREAM, "0", 1, 35)))));
  }

  static CheckResult waived(String id, String uplink) {
    CheckResult leak =
        check(
            id,
            PRIVATE,
            uplink,
            Outcome.WAIVED,
            Optional.of(Diagnosis.ISOLATION_LEAK),
            "A private station's unicast reached another by way of the switch.",
            leaked());
    return with(
        leak,
        Optional.of(
            new CheckResult.Waived(
                "Linux filters a private sender on broadcast only", Optional.of("2027-06-30"))));
  }

  static CheckResult inconclusive(String id, String uplink) {
    return check(
        id,
        VEPA,
        uplink,
        Outcome.INCONCLUSIVE,
        Optional.empty(),
        "The fence did not come back within 500 ms, so absence is not proven.",
        List.of());
  }

  static CheckResult skipped(String id, String uplink) {
    return check(
        id,
        PRIVATE,
        uplink,
        Outcome.SKIPPED,
        Optional.empty(),
        "This lab has no guests.",
        List.of());
  }

  static CheckResult named(CheckResult check, String scenario, String reason) {
    return new CheckResult(
        check.id(),
        scenario,
        check.feature(),
        check.uplink(),
        check.tags(),
        check.outcome(),
        check.diagnosis(),
        reason,
        check.durationMs(),
        List.of(reason),
        check.measurements(),
        reason,
        check.location(),
        check.waiver(),
        check.trials(),
        check.findings(),
        List.of(reason),
        List.of(reason));
  }

  static CheckResult took(String id, double millis) {
    return with(passed(id, "tor1"), millis, Map.of());
  }

  static CheckResult with(Map<String, Double> measurements) {
    return with(passed("vepa-a", "tor1"), 100, measurements);
  }

  private static CheckResult with(
      CheckResult check, double millis, Map<String, Double> measurements) {
    return new CheckResult(
        check.id(),
        check.scenario(),
        check.feature(),
        check.uplink(),
        check.tags(),
        check.outcome(),
        check.diagnosis(),
        check.reason(),
        millis,
        check.evidence(),
        measurements,
        check.description(),
        check.location(),
        check.waiver(),
        check.trials(),
        check.findings(),
        check.assumptions(),
        check.transcript());
  }

  private static CheckResult with(CheckResult check, Optional<CheckResult.Waived> waiver) {
    return new CheckResult(
        check.id(),
        check.scenario(),
        check.feature(),
        check.uplink(),
        check.tags(),
        check.outcome(),
        check.diagnosis(),
        check.reason(),
        check.durationMs(),
        check.evidence(),
        check.measurements(),
        check.description(),
        check.location(),
        waiver,
        check.trials(),
        check.findings(),
        check.assumptions(),
        check.transcript());
  }

  private static CheckResult check(
      String id,
      String feature,
      String uplink,
      Outcome outcome,
      Optional<Diagnosis> diagnosis,
      String reason,
      List<TrialPath> trials) {
    Map<String, Double> measurements = new LinkedHashMap<>();
    if (outcome == Outcome.PASSED) {
      measurements.put("one-way-us", 14.2);
      measurements.put("never", Double.NaN);
    }
    return new CheckResult(
        id,
        "A's frame comes back to B",
        feature,
        uplink,
        List.of("@vepa", "@" + id),
        outcome,
        diagnosis,
        reason,
        outcome == Outcome.SKIPPED ? 0 : 12.3,
        outcome == Outcome.SKIPPED
            ? List.of()
            : List.of("evidence/" + id + "-" + uplink + ".pcapng"),
        measurements,
        "IEEE 802.1Q 8.6.1 (reflection); macvlan_handle_frame",
        "features/vepa.feature:12",
        Optional.empty(),
        trials,
        trials.isEmpty()
            ? List.of()
            : List.of(
                new CheckResult.Finding(
                    "B receives the frame once",
                    outcome == Outcome.WAIVED ? Outcome.FAILED : outcome,
                    reason)),
        List.of("the fence took the same way as the probe"),
        List.of("> bridge link set dev swp1 hairpin on", "< sw$"));
  }

  /** A's unicast to B with the relay on, of which the NIC saw so many come back and B so many. */
  static List<TrialPath> reflected(int in, int atB) {
    return List.of(
        new TrialPath(
            "A to B, unicast, relay on",
            "station A",
            List.of(
                hop("host eth3 out", Kind.NIC_OUT, "1", 1, 0),
                hop("host eth3 in", Kind.NIC_IN, "1", in, 8.4),
                hop("station A", Kind.STATION, "0", 0, 0),
                hop("station B", Kind.STATION, "1", atB, 14.2),
                hop("upstream", Kind.UPSTREAM, "at most 1", 0, 0))));
  }

  private static List<TrialPath> leaked() {
    return List.of(
        new TrialPath(
            "A to B, unicast, relay on",
            "station A",
            List.of(
                hop("host eth3 out", Kind.NIC_OUT, "1", 1, 0),
                hop("host eth3 in", Kind.NIC_IN, "any", 1, 8.4, true),
                hop("station B", Kind.STATION, "0", 1, 14.2))),
        new TrialPath(
            "A to B, unicast, relay off",
            "station A",
            List.of(
                hop("host eth3 out", Kind.NIC_OUT, "1", 1, 0),
                hop("host eth3 in", Kind.NIC_IN, "0", 0, 0),
                hop("station B", Kind.STATION, "0", 0, 0))));
  }

  static Hop hop(String place, Kind kind, String expected, int seen, double firstUs) {
    boolean ok = expected.equals("at most 1") ? seen <= 1 : expected.equals(String.valueOf(seen));
    return hop(place, kind, expected, seen, firstUs, ok);
  }

  private static Hop hop(
      String place, Kind kind, String expected, int seen, double firstUs, boolean ok) {
    Optional<Double> first = seen == 0 ? Optional.empty() : Optional.of(firstUs);
    Optional<Double> last = first.map(each -> each + 3.5 * (seen - 1));
    return new Hop(place, kind, expected, seen, first, last, 0, 0, ok);
  }
}
