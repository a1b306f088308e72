package dev.hairpin.report;

import dev.hairpin.verdict.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A check in a few lines of plain text: what was expected, what was seen, where to look. */
final class CheckStory {
  private CheckStory() {}

  /** Such as {@code FAILED (no-reflection)}. */
  static String verdict(CheckResult check) {
    String word = Words.of(check.outcome());
    return check.diagnosis().map(each -> word + " (" + each.id() + ")").orElse(word);
  }

  /**
   * Such as {@code the switch is a Linux bridge, until 2027-06-30}; empty where nothing is waived.
   */
  static String waiver(CheckResult check) {
    return check
        .waiver()
        .map(each -> each.reason() + each.until().map(day -> ", until " + day).orElse(""))
        .orElse("");
  }

  /** What went otherwise than expected: findings first, then the ways of the probes. */
  static List<String> deviations(CheckResult check) {
    List<String> lines = new ArrayList<>();
    for (CheckResult.Finding finding : check.findings()) {
      if (finding.outcome() != Outcome.PASSED && finding.outcome() != Outcome.SKIPPED) {
        lines.add("expected  " + finding.claim());
        lines.add("seen      " + finding.seen());
      }
    }
    probes(check).forEach(each -> lines.add("probe     " + each));
    return lines;
  }

  /** The first probe that went otherwise than expected. */
  static Optional<String> firstProbe(CheckResult check) {
    return probes(check).findFirst();
  }

  private static Stream<String> probes(CheckResult check) {
    return check.trials().stream()
        .filter(each -> !each.ok())
        .map(each -> each.name() + ": " + way(each));
  }

  /** Such as {@code station A > host eth3 out 1 > host eth3 in 0 (expected 1: missing)}. */
  static String way(TrialPath trial) {
    return trial.sender()
        + trial.hops().stream().map(CheckStory::hop).collect(Collectors.joining());
  }

  private static String hop(Hop hop) {
    String deviation = hop.ok() ? "" : " (%s)".formatted(hop.trouble());
    return " > " + hop.place() + " " + hop.seen() + deviation;
  }

  /** All of it, for a reader who has only this text. */
  static List<String> whole(CheckResult check) {
    List<String> lines = new ArrayList<>();
    lines.add("claim     " + check.scenario());
    if (!check.description().isBlank()) {
      lines.add("source    " + check.description());
    }
    lines.add("verdict   " + verdict(check));
    lines.add("reason    " + WaivedReason.alone(check));
    check.waiver().ifPresent(each -> lines.add("waived    " + waiver(check)));
    lines.addAll(deviations(check));
    check.assumptions().forEach(each -> lines.add("assumed   " + each));
    check.measurements().forEach((name, value) -> lines.add("measured  " + name + " " + value));
    check.evidence().forEach(each -> lines.add("evidence  " + each));
    return lines;
  }
}
