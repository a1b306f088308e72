package dev.hairpin.report;

import dev.hairpin.verdict.CheckRecord;
import dev.hairpin.verdict.Verdict;
import java.util.List;
import java.util.stream.Stream;

/** What a report says of a check beside its verdict, by its record. */
public final class CheckStatements {
  private CheckStatements() {}

  /** What was found out, in order. */
  public static List<CheckResult.Finding> findings(CheckRecord record) {
    return record.findings().stream()
        .map(each -> new CheckResult.Finding(each.claim(), each.outcome(), each.seen()))
        .toList();
  }

  /** What its verdict rests on beside what was seen. */
  public static List<String> assumptions(Verdict verdict, List<String> notes) {
    return Stream.concat(verdict.assumptions().stream(), notes.stream()).distinct().toList();
  }
}
