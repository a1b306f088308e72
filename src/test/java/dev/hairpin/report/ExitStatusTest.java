package dev.hairpin.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExitStatusTest {
  @ParameterizedTest
  @CsvSource({
    // passed, failed, waived, inconclusive, skipped, interrupted, exit
    "5, 0, 0, 0, 0, false, 0",
    "5, 0, 2, 0, 1, false, 0",
    "0, 0, 1, 0, 0, false, 0",
    "5, 1, 0, 0, 0, false, 1",
    "0, 1, 0, 9, 0, false, 1",
    "5, 0, 0, 1, 0, false, 3",
    "0, 0, 0, 0, 4, false, 3",
    "0, 0, 0, 0, 0, false, 3",
    "5, 0, 0, 0, 0, true, 130",
    "5, 1, 0, 1, 0, true, 130"
  })
  void followsTheContract(
      int passed, int failed, int waived, int inconclusive, int skipped, boolean cut, int exit) {
    Totals totals = new Totals(passed, failed, waived, inconclusive, skipped);
    assertThat(ExitStatus.of(totals, cut)).isEqualTo(exit);
  }
}
