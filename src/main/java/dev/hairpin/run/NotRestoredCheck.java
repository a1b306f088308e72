package dev.hairpin.run;

import dev.hairpin.lab.Lab;
import dev.hairpin.lab.OpenLab;
import dev.hairpin.lab.PortRemains;
import dev.hairpin.report.CheckResult;
import dev.hairpin.verdict.Diagnosis;
import dev.hairpin.verdict.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A switch that is left otherwise than it was found is a result too, beside those of the scenarios.
 */
final class NotRestoredCheck {
  private NotRestoredCheck() {}

  /** What each part of a switch is called in results, and what to do about it. */
  private record Part(String id, String claim, String byHand, String again) {}

  private static Part part(PortRemains.What what, String port) {
    return switch (what) {
      case RELAY ->
          new Part(
              "relay-restored",
              "port %s is left as it was found".formatted(port),
              "set it back by hand, and look why the switch doesn't",
              "'hairpin restore' tries again when the switch is back");
      case CONFIGURATION ->
          new Part(
              "port-configuration-restored",
              "the configuration of port %s is left as it was found".formatted(port),
              "compare with transcript.log, and set it back by hand",
              "compare it by hand with what transcript.log has from before");
      case OTHER_PORTS ->
          new Part(
              "other-ports-untouched",
              "other ports than %s are as they were".formatted(port),
              "see on the switch who set it; if nobody did, it comes of setting port %s"
                  .formatted(port),
              "compare them by hand with what transcript.log has from before");
    };
  }

  static CheckResult of(OpenLab.NotRestored left) {
    Lab.Uplink uplink = left.uplink().uplink();
    PortRemains remains = left.remains();
    Part part = part(remains.what(), uplink.port());
    return new CheckResult(
        part.id(),
        part.claim(),
        "After the run",
        uplink.name(),
        List.of("@" + part.id(), "@relay"),
        remains.told() ? Outcome.FAILED : Outcome.INCONCLUSIVE,
        remains.told() ? Optional.of(Diagnosis.NOT_RESTORED) : Optional.empty(),
        // Why is often a sentence already.
        "%s. Next: %s"
            .formatted(
                remains.why().replaceFirst("\\.$", ""),
                remains.told() ? part.byHand() : part.again()),
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
