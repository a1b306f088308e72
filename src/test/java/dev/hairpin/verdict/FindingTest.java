package dev.hairpin.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class FindingTest {
  @Test
  void becomesAVerdict() {
    assertThat(Finding.passed("the switch reads back on", "hairpin on").verdict())
        .isEqualTo(Verdict.passed("the switch reads back on (hairpin on)."));
    assertThat(
            Finding.failed("the switch reads back on", Diagnosis.CONFIG_NOT_APPLIED, "it said off")
                .verdict())
        .isEqualTo(
            Verdict.failed(
                Diagnosis.CONFIG_NOT_APPLIED,
                "Expected that the switch reads back on, but it said off."));
    assertThat(Finding.inconclusive("eth3 is not promiscuous", "ip failed").verdict())
        .isEqualTo(Verdict.inconclusive("Not decided whether eth3 is not promiscuous: ip failed."));
    assertThat(Finding.skipped("a guest answers", "no guests here").verdict())
        .isEqualTo(Verdict.skipped("Not tried whether a guest answers: no guests here."));
  }

  @Test
  void refusesWhatDoesNotBelongTogether() {
    assertThatThrownBy(() -> new Finding("c", Outcome.WAIVED, Optional.of(Diagnosis.LOST), "s"))
        .hasMessageContaining("never waived");
    assertThatThrownBy(() -> new Finding("c", Outcome.FAILED, Optional.empty(), "s"))
        .hasMessageContaining("diagnosis");
    assertThatThrownBy(() -> new Finding("c", Outcome.PASSED, Optional.of(Diagnosis.LOST), "s"))
        .hasMessageContaining("diagnosis");
  }
}
