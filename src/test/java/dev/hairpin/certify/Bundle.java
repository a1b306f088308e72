package dev.hairpin.certify;

import dev.hairpin.report.CheckResult;
import dev.hairpin.report.ExitStatus;
import dev.hairpin.report.LabInfo;
import dev.hairpin.report.Reexamination;
import dev.hairpin.report.ReportWriter;
import dev.hairpin.report.Results;
import dev.hairpin.report.RunInfo;
import dev.hairpin.report.Totals;
import dev.hairpin.verdict.Diagnosis;
import dev.hairpin.verdict.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reports as they could be, to be certified. */
final class Bundle {
  private Bundle() {}

  /** Every check of the profile on each uplink. */
  static List<CheckResult> all(CertificationProfile profile, Outcome outcome, String... uplinks) {
    List<CheckResult> checks = new ArrayList<>();
    for (String uplink : uplinks) {
      profile.checks().forEach(id -> checks.add(check(id, uplink, outcome)));
    }
    return checks;
  }

  static CheckResult check(String id, String uplink, Outcome outcome) {
    boolean failed = outcome == Outcome.FAILED || outcome == Outcome.WAIVED;
    return new CheckResult(
        id,
        "the claim of " + id,
        "a feature",
        uplink,
        List.of(),
        outcome,
        failed ? Optional.of(Diagnosis.LOST) : Optional.empty(),
        "So it is.",
        1,
        List.of(),
        Map.of(),
        "",
        "",
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  static Results results(List<CheckResult> checks, boolean interrupted, String... uplinks) {
    return Results.of(
        new RunInfo(
            "20261125-180000-1a2b",
            Instant.parse("2026-11-25T18:00:00Z"),
            Instant.parse("2026-11-25T18:01:00Z"),
            "0.1.0",
            ExitStatus.of(Totals.of(checks), interrupted)),
        new LabInfo(
            "rack12",
            new LabInfo.Host("6.18.5", "kvm"),
            List.of(uplinks).stream().map(Bundle::uplink).toList()),
        checks,
        List.of(),
        Map.of());
  }

  private static LabInfo.Uplink uplink(String name) {
    return new LabInfo.Uplink(
        name,
        "eth3",
        "ixgbe",
        "Ethernet7",
        new LabInfo.Switch(name, "arista-eos", "Arista EOS \u65e5\u672c", "ssh"));
  }

  /** A signed one. */
  static Standing sealed(Path folder, Results results, SigningKey key) throws IOException {
    CertificationProfile profile = CertificationProfile.current();
    ReportWriter.write(folder, results);
    Reexamination again = Reexamination.of(folder);
    Standing standing = Certification.standing(profile, results, again);
    CertificationProfile.write(folder);
    StatedStanding.of(profile, standing, key.verifying().fingerprint()).write(folder);
    Seal.put(folder, key);
    return standing;
  }
}
