package dev.hairpin.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WaiversTest {
  private static final LocalDate DAY = LocalDate.of(2027, 6, 30);
  private static final Verdict LEAK =
      new Verdict(
          Outcome.FAILED, Optional.of(Diagnosis.ISOLATION_LEAK), "B saw it.", List.of("a guess"));

  private static Waiver waiver(Optional<LocalDate> until, Optional<Diagnosis> diagnosis) {
    return new Waiver("Linux leaks reflected unicast", until, diagnosis);
  }

  @Test
  void acceptsAFailureAndSaysBothWhatAndWhy() {
    Verdict waived = Waivers.apply(LEAK, waiver(Optional.empty(), Optional.empty()), DAY);
    assertThat(waived.outcome()).isEqualTo(Outcome.WAIVED);
    assertThat(waived.diagnosis()).contains(Diagnosis.ISOLATION_LEAK);
    assertThat(waived.reason())
        .isEqualTo("B saw it. Accepted here: Linux leaks reflected unicast.");
    assertThat(waived.assumptions()).containsExactly("a guess");
  }

  @Test
  void countsToTheEndOfItsLastDay() {
    Waiver waiver = waiver(Optional.of(DAY), Optional.empty());
    assertThat(Waivers.apply(LEAK, waiver, DAY).outcome()).isEqualTo(Outcome.WAIVED);
    assertThat(Waivers.apply(LEAK, waiver, DAY).reason()).contains("until 2027-06-30");
    Verdict after = Waivers.apply(LEAK, waiver, DAY.plusDays(1));
    assertThat(after.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(after.reason())
        .isEqualTo("B saw it. A waiver for it does not count: it ended on 2027-06-30.");
  }

  @Test
  void countsForItsDiagnosisOnly() {
    Waiver right = waiver(Optional.empty(), Optional.of(Diagnosis.ISOLATION_LEAK));
    assertThat(Waivers.apply(LEAK, right, DAY).outcome()).isEqualTo(Outcome.WAIVED);
    Verdict other =
        Waivers.apply(LEAK, waiver(Optional.empty(), Optional.of(Diagnosis.ALTERED)), DAY);
    assertThat(other.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(other.reason()).contains("it is for altered only");
  }

  @Test
  void leavesEveryOtherVerdictAsItIs() {
    Waiver waiver = waiver(Optional.empty(), Optional.empty());
    for (Verdict verdict :
        List.of(
            Verdict.passed("x."),
            Verdict.inconclusive("x."),
            Verdict.skipped("x."),
            new Verdict(Outcome.WAIVED, Optional.of(Diagnosis.LOST), "x.", List.of()))) {
      assertThat(Waivers.apply(verdict, waiver, DAY)).isSameAs(verdict);
    }
  }
}
