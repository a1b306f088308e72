package dev.hairpin.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hairpin.capture.CapturePoint.Kind;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HopTest {
  @Test
  void saysWhichNumberIsWrong() {
    assertThat(hop("1", 0, 0, 0).words()).isEqualTo("0 seen, expected 1: missing");
    assertThat(hop("at least 2", 1, 0, 0).words())
        .isEqualTo("1 seen, expected at least 2: missing");
    assertThat(hop("at most 1", 2, 0, 0).words()).isEqualTo("2 seen, expected at most 1: surplus");
    assertThat(hop("0", 1, 1, 0).words()).isEqualTo("1 seen, expected 0: surplus");
  }

  @Test
  void saysOfTheRightNumberWhatIsWrongWithTheCopies() {
    assertThat(hop("any", 1, 1, 0).words()).isEqualTo("1 seen, 1 changed");
    assertThat(hop("1", 1, 1, 1).words()).isEqualTo("1 seen, 1 changed");
    assertThat(hop("at least 1", 3, 0, 2).words()).isEqualTo("3 seen, 2 late");
    assertThat(hop("1", 1, 0, 0).words()).isEqualTo("1 seen, not watched all the time");
  }

  private static Hop hop(String expected, int seen, int altered, int late) {
    return new Hop(
        "host eth3 in",
        Kind.NIC_IN,
        expected,
        seen,
        Optional.of(1.0),
        Optional.of(1.0),
        altered,
        late,
        false);
  }
}
