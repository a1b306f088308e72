package dev.hairpin.report;

import dev.hairpin.capture.CapturePoint;
import dev.hairpin.capture.CapturePoint.Kind;
import dev.hairpin.capture.Sighting;
import dev.hairpin.verdict.CheckRecord;
import dev.hairpin.verdict.Claims;
import dev.hairpin.verdict.Diagnosis;
import dev.hairpin.verdict.Fence;
import dev.hairpin.verdict.Finding;
import dev.hairpin.verdict.Grounds;
import dev.hairpin.verdict.Trial;
import dev.hairpin.verdict.Verdict;
import dev.hairpin.verdict.Waiver;
import dev.hairpin.wire.MacAddress;
import dev.hairpin.wire.Probe;
import dev.hairpin.wire.ProbeCodec;
import dev.hairpin.wire.ProbeRole;
import dev.hairpin.wire.RunTag;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One check that was watched, as a run records it, and its report. What became of it can be told
 * otherwise than it was: that is what the tests are about.
 */
final class Witness {
  static final RunTag RUN = new RunTag(0xFEED_1234);
  static final MacAddress A = MacAddress.parse("02:48:50:00:00:01");
  static final MacAddress B = MacAddress.parse("02:48:50:00:00:02");
  static final MacAddress U = MacAddress.parse("02:48:50:00:00:03");
  static final CapturePoint OUT = new CapturePoint("host eth3 out", Kind.NIC_OUT);
  static final CapturePoint IN = new CapturePoint("host eth3 in", Kind.NIC_IN);
  static final CapturePoint AT_A = new CapturePoint("station A", Kind.STATION);
  static final CapturePoint AT_B = new CapturePoint("station B", Kind.STATION);
  static final CapturePoint UP = new CapturePoint("upstream", Kind.UPSTREAM);
  static final List<CapturePoint> WAY = List.of(OUT, IN, AT_A, AT_B, UP);

  /** Sightings of other checks came before. */
  static final long FIRST = 40;

  private static final long T = 1_795_338_915_000_000_000L;
  private static final LocalDate DAY = LocalDate.of(2026, 11, 25);

  final String id;
  final CheckRecord record = new CheckRecord();
  final List<Waiver> waivers = new ArrayList<>();
  List<Sighting> sightings = new ArrayList<>();
  private int number;

  Witness(String id) {
    this.id = id;
  }

  /** A's unicast to B, reflected as it should be; with the switch's word that its relay is on. */
  static Witness reflected() {
    Witness witness = new Witness("vepa-unicast-reflected");
    witness.word();
    Trial trial = witness.unicast();
    witness.record.trial(
        trial,
        List.of(
            Claims.leavesTheNic(OUT),
            Claims.comesBack(IN),
            Claims.receives("B", AT_B),
            Claims.doesNotReceive("A", AT_A, Diagnosis.RETURNED_TO_SENDER)));
    return witness;
  }

  /** The same, where it should not have come to B, and a waiver accepts that. */
  static Witness leaked() {
    Witness witness = new Witness("private-unicast-isolated");
    witness.waivers.add(
        new Waiver("Linux is so.", Optional.empty(), Optional.of(Diagnosis.ISOLATION_LEAK)));
    witness.record.trial(
        witness.unicast(),
        List.of(
            Claims.leavesTheNic(OUT), Claims.doesNotReceive("B", AT_B, Diagnosis.ISOLATION_LEAK)));
    return witness;
  }

  void word() {
    record.finding(Finding.passed("the switch says on", "it says on").on(Grounds.SWITCH));
  }

  /** The probe out, in, at B; then the fence up, and its answers down to A and to B. */
  private Trial unicast() {
    Probe probe = Probe.of(RUN, next(), ProbeRole.PROBE, A, B);
    saw(probe, OUT, IN, AT_B);
    return new Trial("unicast from A to B", probe, WAY, fence(), List.of(), Optional.empty());
  }

  int next() {
    return ++number;
  }

  Fence fence() {
    Probe fence = Probe.of(RUN, next(), ProbeRole.FENCE, A, U);
    saw(fence, OUT, UP);
    Probe toA = Probe.of(RUN, next(), ProbeRole.ANSWER, U, A);
    saw(toA, IN, AT_A);
    Probe toB = Probe.of(RUN, next(), ProbeRole.ANSWER, U, B);
    saw(toB, IN, AT_B);
    return new Fence(
        Fence.State.RETURNED,
        T + 1_000_000,
        Duration.ofMillis(20),
        "",
        List.of(
            new Fence.Arrival(fence.number(), UP),
            new Fence.Arrival(toA.number(), IN),
            new Fence.Arrival(toA.number(), AT_A),
            new Fence.Arrival(toB.number(), IN),
            new Fence.Arrival(toB.number(), AT_B)));
  }

  void saw(Probe probe, CapturePoint... points) {
    for (CapturePoint each : points) {
      saw(each, probe.frame());
    }
  }

  void saw(CapturePoint point, byte[] frame) {
    long order = FIRST + sightings.size();
    sightings.add(sighting(point, order, T + order * 1_000, frame));
  }

  static Sighting sighting(CapturePoint point, long order, long nanos, byte[] frame) {
    return new Sighting(point, order, nanos, frame, ProbeCodec.recognise(frame));
  }

  /** What a run says of it. */
  CheckResult result() {
    Verdict verdict =
        record.verdict(
            trial ->
                sightings.stream()
                    .filter(each -> each.mark().get().number() == trial.probe().number())
                    .toList(),
            new Acceptance(waivers, DAY));
    return new CheckResult(
        id,
        "a claim",
        "a feature",
        "tor1",
        List.of("@" + id),
        verdict.outcome(),
        verdict.diagnosis(),
        verdict.reason(),
        1.5,
        List.of(file()),
        Map.of(),
        "",
        "features/vepa.feature:7",
        Optional.empty(),
        record
            .paths(
                trial ->
                    sightings.stream()
                        .filter(each -> each.mark().get().number() == trial.probe().number())
                        .toList())
            .stream()
            .map(each -> TrialPaths.of(each, "station A"))
            .toList(),
        CheckStatements.findings(record),
        CheckStatements.assumptions(verdict, record.notes()),
        List.of());
  }

  String file() {
    return "evidence/" + id + "-tor1.pcapng";
  }

  Account account() {
    return new Account(
        Account.FORMAT,
        id,
        "tor1",
        RUN,
        FIRST,
        FIRST + sightings.size(),
        DAY,
        waivers,
        record.entries(),
        record.notes());
  }

  /** Writes its evidence; the account may be another than its own. */
  void write(Path folder, Account account) throws IOException {
    EvidenceFile.write(
        folder.resolve(file()),
        new EvidenceFile.About("0.1.0", id + " on tor1", "as it was", account.json()),
        WAY,
        sightings,
        each -> each.mark().map(mark -> "probe " + mark.number()),
        dropped(account));
  }

  private static Map<CapturePoint, Long> dropped(Account account) {
    Map<CapturePoint, Long> dropped = new java.util.HashMap<>();
    WAY.forEach(
        each ->
            Optional.ofNullable(account.dropped().get(each.name()))
                .ifPresent(frames -> dropped.put(each, frames)));
    return dropped;
  }

  /** A run's folder with these checks, as it was written then. */
  static Results report(Path folder, Witness... witnesses) throws IOException {
    List<CheckResult> checks = new ArrayList<>();
    for (Witness each : witnesses) {
      checks.add(each.result());
      each.write(folder, each.account());
    }
    Results results = Example.run(checks);
    ReportWriter.write(folder, results);
    return results;
  }

  /** What a forger does to one frame of the evidence, the checksums made good. */
  void forge(Path folder, UnaryOperator<List<Sighting>> lie) throws IOException {
    Account before = account();
    sightings = lie.apply(List.copyOf(sightings));
    write(folder, before);
    ReportWriter.sum(folder);
  }
}
