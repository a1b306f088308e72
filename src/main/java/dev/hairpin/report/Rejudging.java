package dev.hairpin.report;

import dev.hairpin.verdict.Rejudgement;
import dev.hairpin.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Holds what a report says of a check against the check's evidence, and against nothing else. */
final class Rejudging {
  private Rejudging() {}

  /**
   * Judges.
   *
   * @param folder the run's
   */
  static Rejudged of(Path folder, CheckResult check) {
    if (check.evidence().isEmpty()) {
      return Rejudged.unshown(check);
    }
    if (check.evidence().size() > 1) {
      return Rejudged.differs(check, "it names more evidence than one file");
    }
    String name = check.evidence().get(0);
    Path file = folder.resolve(name).normalize();
    if (!file.startsWith(folder.normalize())) {
      return Rejudged.differs(check, "its evidence '" + name + "' lies outside of the folder");
    }
    try {
      return judged(check, name, EvidenceReading.of(file));
    } catch (IOException | RuntimeException unreadable) {
      return Rejudged.differs(check, FileTrouble.part(name, unreadable));
    }
  }

  private static Rejudged judged(
      CheckResult check, String name, EvidenceReading.Evidence evidence) {
    Account account = evidence.account();
    if (!account.check().equals(check.id()) || !account.uplink().equals(check.uplink())) {
      return Rejudged.differs(
          check,
          "%s is the evidence of %s on %s".formatted(name, account.check(), account.uplink()));
    }
    Acceptance acceptance = new Acceptance(account.waivers(), account.day());
    Rejudgement again = Rejudgement.of(account.entries(), evidence.sightings());
    Verdict verdict = again.verdict(acceptance);
    return difference(check, verdict, again, account)
        .map(fault -> Rejudged.differs(check, fault))
        .orElseGet(() -> Rejudged.follows(check, verdict, account, acceptance.used()));
  }

  private static Optional<String> difference(
      CheckResult check, Verdict verdict, Rejudgement again, Account account) {
    String stated = phrase(check.outcome().id(), check.diagnosis().map(each -> each.id()));
    String follows = phrase(verdict.outcome().id(), verdict.diagnosis().map(each -> each.id()));
    if (!stated.equals(follows)) {
      return Optional.of(
          "stated as %s, but its evidence says %s: %s"
              .formatted(stated, follows, verdict.reason()));
    }
    if (!check.reason().equals(verdict.reason())) {
      return Optional.of(
          "its stated reason is not the one that follows from its evidence, which is: "
              + verdict.reason());
    }
    List<String> parts = new ArrayList<>();
    if (!check.trials().equals(paths(check, again))) {
      parts.add("the ways of its probes");
    }
    if (!check.findings().equals(CheckStatements.findings(again.record()))) {
      parts.add("its findings");
    }
    if (!check.assumptions().equals(CheckStatements.assumptions(verdict, account.notes()))) {
      parts.add("what it rests on");
    }
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of(String.join(" and ", parts) + ": stated other than its evidence says");
  }

  private static String phrase(String outcome, Optional<String> diagnosis) {
    return outcome + diagnosis.map(each -> " (" + each + ")").orElse("");
  }

  /** No frame says what its sender was called: that is taken as it is stated. */
  private static List<TrialPath> paths(CheckResult check, Rejudgement again) {
    List<TrialPath> paths = new ArrayList<>();
    again
        .paths()
        .forEach(
            each ->
                paths.add(
                    TrialPaths.of(
                        each,
                        paths.size() < check.trials().size()
                            ? check.trials().get(paths.size()).sender()
                            : "")));
    return paths;
  }
}
