package dev.hairpin.report;

import dev.hairpin.verdict.Entry;
import dev.hairpin.verdict.Finding;
import dev.hairpin.verdict.Rejudgement;
import dev.hairpin.verdict.Verdict;
import dev.hairpin.verdict.Waivers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One check's verdict, judged again from its evidence alone. */
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
      EvidenceReading.Evidence evidence = EvidenceReading.of(file);
      Account account = evidence.account();
      if (!account.check().equals(check.id()) || !account.uplink().equals(check.uplink())) {
        return Rejudged.differs(
            check,
            "%s is the evidence of %s on %s".formatted(name, account.check(), account.uplink()));
      }
      Verdict verdict =
          Rejudgement.of(
              account.entries(),
              evidence.sightings(),
              each -> Waivers.applyAll(each, account.waivers(), account.day()));
      return compared(check, verdict, account);
    } catch (IOException | RuntimeException unreadable) {
      return Rejudged.differs(
          check, name + ": " + PlainText.line(String.valueOf(unreadable.getMessage())));
    }
  }

  private static Rejudged compared(CheckResult check, Verdict verdict, Account account) {
    String stated =
        check.outcome().id() + check.diagnosis().map(d -> " (" + d.id() + ")").orElse("");
    String follows =
        verdict.outcome().id() + verdict.diagnosis().map(d -> " (" + d.id() + ")").orElse("");
    if (!stated.equals(follows)) {
      return Rejudged.differs(
          check,
          "stated as %s, but its evidence says %s: %s"
              .formatted(stated, follows, verdict.reason()));
    }
    if (!check.reason().equals(verdict.reason())) {
      return Rejudged.differs(
          check,
          "its stated reason is not the one that follows from its evidence, which is: "
              + verdict.reason());
    }
    List<Finding> words = new ArrayList<>();
    int frames = 0;
    for (Entry each : account.entries()) {
      if (each instanceof Entry.OfFinding of) {
        words.add(of.finding());
      } else if (!(each instanceof Entry.OfSkip)) {
        frames++;
      }
    }
    return Rejudged.follows(check, verdict, frames, words);
  }
}
