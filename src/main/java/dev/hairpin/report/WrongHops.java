package dev.hairpin.report;

import dev.hairpin.verdict.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where probes were missed, seen too often, changed or late, in words; what many have in common is
 * said once.
 */
final class WrongHops {
  private static final int MOST = 10;

  private WrongHops() {}

  static List<CheckResult.Finding> of(List<TrialPath> trials) {
    Map<List<Object>, List<String>> probes = new LinkedHashMap<>();
    Map<List<Object>, Hop> hops = new LinkedHashMap<>();
    for (TrialPath trial : trials) {
      for (Hop hop : trial.hops()) {
        if (!hop.ok()) {
          List<Object> alike = List.of(hop.place(), hop.expected(), hop.seen(), hop.fate());
          probes.computeIfAbsent(alike, none -> new ArrayList<>()).add(trial.name());
          hops.putIfAbsent(alike, hop);
        }
      }
    }
    List<CheckResult.Finding> findings = new ArrayList<>();
    hops.forEach((alike, hop) -> findings.add(finding(hop, probes.getOrDefault(alike, List.of()))));
    return findings.size() <= MOST ? findings : shortened(findings);
  }

  private static CheckResult.Finding finding(Hop hop, List<String> probes) {
    String more = probes.size() == 1 ? "" : " (and so for %d more)".formatted(probes.size() - 1);
    return new CheckResult.Finding(
        "at %s: %s of '%s'".formatted(hop.place(), wanted(hop), probes.get(0)) + more,
        Outcome.FAILED,
        copies(String.valueOf(hop.seen())) + ": " + hop.brief());
  }

  private static String wanted(Hop hop) {
    return switch (hop.fate()) {
      case CHANGED -> "unchanged copies";
      case LATE -> "copies in time";
      default -> copies(hop.expected());
    };
  }

  private static String copies(String number) {
    return number + (number.equals("1") || number.equals("at most 1") ? " copy" : " copies");
  }

  private static List<CheckResult.Finding> shortened(List<CheckResult.Finding> findings) {
    List<CheckResult.Finding> some = new ArrayList<>(findings.subList(0, MOST));
    some.add(
        new CheckResult.Finding(
            "%d more of this kind".formatted(findings.size() - MOST),
            Outcome.FAILED,
            "in the table of probes"));
    return some;
  }
}
