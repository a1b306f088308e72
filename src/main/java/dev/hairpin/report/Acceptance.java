package dev.hairpin.report;

import dev.hairpin.verdict.Outcome;
import dev.hairpin.verdict.Verdict;
import dev.hairpin.verdict.Waiver;
import dev.hairpin.verdict.Waivers;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Holds waivers against failures, and remembers each that one of them accepted. */
public final class Acceptance implements UnaryOperator<Verdict> {
  private final List<Waiver> waivers;
  private final LocalDate day;
  private final Set<String> used = new LinkedHashSet<>();

  /**
   * Of one check.
   *
   * @param day when it ran, in the lab's time zone
   */
  public Acceptance(List<Waiver> waivers, LocalDate day) {
    this.waivers = waivers;
    this.day = day;
  }

  @Override
  public Verdict apply(Verdict verdict) {
    Verdict last = verdict;
    for (Waiver each : waivers) {
      Verdict accepted = Waivers.apply(verdict, each, day);
      if (accepted.outcome() == Outcome.WAIVED) {
        used.add(phrase(accepted, each));
        return accepted;
      }
      // Each that doesn't count says why in the verdict that it leaves.
      last = Waivers.apply(last, each, day);
    }
    return last;
  }

  private static String phrase(Verdict accepted, Waiver waiver) {
    return accepted.diagnosis().map(each -> each.id()).orElse("")
        + ", accepted"
        + waiver.until().map(each -> " until " + each).orElse("")
        + ": "
        + waiver.reason().strip();
  }

  /** Such as {@code isolation-leak, accepted until 2027-06-30: Linux filters ...}. */
  List<String> used() {
    return List.copyOf(used);
  }
}
