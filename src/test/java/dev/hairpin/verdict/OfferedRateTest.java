package dev.hairpin.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfferedRateTest {
  @ParameterizedTest
  @CsvSource({
    "1000, 1000, true",
    "1000, 855, true",
    "1000, 1145, true",
    "1000, 845, false",
    "1000, 1155, false",
    "2000000000, 65912, false",
    "1000, 0, false",
    "Infinity, 65912, true",
    "Infinity, 0, true"
  })
  void isMetWithinTheTolerance(double wanted, double real, boolean met) {
    assertThat(new OfferedRate(wanted, real).met()).isEqualTo(met);
  }

  @Test
  void aShortfallSaysWhatToAskFor() {
    assertThat(new OfferedRate(2_000_000_000, 65_912).shortfall(3))
        .isEqualTo(
            "65912 frames a second is what this host came to in 3 trials. Next: ask for at most 65000 frames a second, or run it again when this machine is less busy");
    assertThat(new OfferedRate(20, 7.6).shortfall(3)).contains("at most 7 frames");
  }

  @Test
  void aRateThatIsTooHighOrUntoldIsNotAskedForAgain() {
    assertThat(new OfferedRate(1_000, 1_500).shortfall(3))
        .contains("1500", "in bursts")
        .doesNotContain("ask for");
    assertThat(new OfferedRate(1_000, 0).shortfall(3))
        .contains("could not be told", "send more frames");
  }
}
