package dev.hairpin.run;

import dev.hairpin.lab.Lab;
import dev.hairpin.lab.OpenLab;
import dev.hairpin.report.CheckResult;
import dev.hairpin.verdict.Diagnosis;
import dev.hairpin.verdict.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A port that is left otherwise than it was found is a result too, beside those of the scenarios.
 */
final class NotRestoredCheck {
  private NotRestoredCheck() {}

  static CheckResult of(OpenLab.NotRestored left) {
    Lab.Uplink uplink = left.uplink().uplink();
    String claim = "port %s is left as it was found".formatted(uplink.port());
    String next =
        left.told()
            ? " Next: set it back by hand, and look why the switch doesn't"
            : " Next: 'hairpin restore' tries again when the switch is back";
    return new CheckResult(
        "relay-restored",
        claim,
        "After the run",
        uplink.name(),
        List.of("@relay-restored", "@relay"),
        left.told() ? Outcome.FAILED : Outcome.INCONCLUSIVE,
        left.told() ? Optional.of(Diagnosis.NOT_RESTORED) : Optional.empty(),
        left.why() + "." + next,
        0,
        List.of(),
        Map.of(),
        "What is found is what is left.",
        "",
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }
}
