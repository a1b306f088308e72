package dev.hairpin.verdict;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What waivers make of verdicts. */
public final class Waivers {
  private Waivers() {}

  /**
   * Accepts a failure that a waiver covers. Every other verdict stays as it is; a failure that the
   * waiver does not cover (any more) stays one and says why the waiver didn't count.
   *
   * @param today the day on which the check ran, in the lab's time zone
   */
  public static Verdict apply(Verdict verdict, Waiver waiver, LocalDate today) {
    if (verdict.outcome() != Outcome.FAILED) {
      return verdict;
    }
    List<String> misses = misses(verdict, waiver, today);
    if (!misses.isEmpty()) {
      return verdict.adding("A waiver for it does not count: " + Wording.and(misses) + ".");
    }
    String until = waiver.until().map(date -> " until " + date).orElse("");
    return new Verdict(
        Outcome.WAIVED,
        verdict.diagnosis(),
        verdict.reason() + " Accepted here" + until + ": " + ended(waiver.reason()),
        verdict.assumptions());
  }

  private static List<String> misses(Verdict verdict, Waiver waiver, LocalDate today) {
    Optional<String> expired =
        waiver.until().filter(today::isAfter).map(date -> "it ended on " + date);
    Optional<String> otherwise =
        waiver
            .diagnosis()
            .filter(each -> !verdict.diagnosis().equals(Optional.of(each)))
            .map(each -> "it is for " + each.id() + " only");
    return List.of(expired, otherwise).stream().flatMap(Optional::stream).toList();
  }

  private static String ended(String sentence) {
    return sentence.matches(".*[.!?]\\s*") ? sentence.strip() : sentence.strip() + ".";
  }
}
