package dev.hairpin.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hairpin.verdict.Diagnosis;
import dev.hairpin.verdict.Finding;
import dev.hairpin.verdict.Outcome;
import dev.hairpin.verdict.Verdict;
import dev.hairpin.verdict.Waiver;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AcceptanceTest {
  private static final List<Waiver> TWO =
      List.of(waiver(Diagnosis.ISOLATION_LEAK), waiver(Diagnosis.RETURNED_TO_SENDER));

  private static Waiver waiver(Diagnosis diagnosis) {
    return new Waiver("Linux does so.", Optional.empty(), Optional.of(diagnosis));
  }

  private static Verdict failed(Diagnosis diagnosis) {
    return Finding.failed("all is well", diagnosis, "it is not").verdict();
  }

  @Test
  void whicheverWaiverCoversAFailureCounts() {
    for (Diagnosis each : List.of(Diagnosis.ISOLATION_LEAK, Diagnosis.RETURNED_TO_SENDER)) {
      Acceptance acceptance = new Acceptance(TWO, LocalDate.of(2026, 11, 29));
      assertThat(acceptance.apply(failed(each)).outcome()).isEqualTo(Outcome.WAIVED);
      assertThat(acceptance.used()).hasSize(1);
    }
  }

  @Test
  void ofSeveralThatDoNotEachSaysWhy() {
    Verdict left =
        new Acceptance(TWO, LocalDate.of(2026, 11, 29)).apply(failed(Diagnosis.DUPLICATE));
    assertThat(left.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(left.reason())
        .startsWith("Expected that all is well, but it is not. ")
        .contains("it is for isolation-leak only.", "it is for returned-to-sender only.");
  }
}
