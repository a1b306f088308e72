package dev.hairpin.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VerdictTest {
  private static Verdict verdict(Outcome outcome, Optional<Diagnosis> diagnosis) {
    return new Verdict(outcome, diagnosis, "because", List.of());
  }

  @ParameterizedTest
  @EnumSource(names = {"FAILED", "WAIVED"})
  void aFailureHasADiagnosis(Outcome outcome) {
    assertThat(verdict(outcome, Optional.of(Diagnosis.LOST)).diagnosis()).isPresent();
    assertThatThrownBy(() -> verdict(outcome, Optional.empty())).hasMessageContaining("needs a");
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"FAILED", "WAIVED"})
  void nothingElseHasOne(Outcome outcome) {
    assertThat(verdict(outcome, Optional.empty()).diagnosis()).isEmpty();
    assertThatThrownBy(() -> verdict(outcome, Optional.of(Diagnosis.LOST)))
        .hasMessageContaining("has no diagnosis");
  }

  @Test
  void hasAReason() {
    assertThatThrownBy(() -> Verdict.passed(" ")).hasMessageContaining("reason");
  }

  @Test
  void diagnosesAreFoundByTheirNames() {
    for (Diagnosis diagnosis : Diagnosis.values()) {
      assertThat(Diagnosis.ofId(diagnosis.id())).contains(diagnosis);
    }
    assertThat(Diagnosis.ofId("NO_REFLECTION")).isEmpty();
  }
}
