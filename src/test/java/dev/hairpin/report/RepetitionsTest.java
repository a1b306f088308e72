package dev.hairpin.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RepetitionsTest {
  private final Repetitions repetitions = new Repetitions();

  private void ran(String folder, CheckResult... checks) {
    repetitions.add(Example.run(checks), Path.of(folder));
  }

  @Test
  void runsThatAreAlikeNeedOneLine() {
    ran("a", Example.passed("vepa-order-kept", "tor1"));
    ran("b", Example.passed("vepa-order-kept", "tor1"));

    assertThat(repetitions.exit()).isZero();
    assertThat(repetitions.lines()).containsExactly("2 runs: 2 with exit 0");
  }

  @Test
  void oneFailureAmongManyRunsIsNotMadeGood() {
    ran("a", Example.passed("vepa-order-kept", "tor1"), Example.passed("x", "tor1"));
    ran("b", Example.inconclusive("vepa-order-kept", "tor1"), Example.passed("x", "tor1"));
    ran("c", Example.failed("vepa-order-kept", "tor1"), Example.passed("x", "tor1"));
    ran("d", Example.passed("vepa-order-kept", "tor1"), Example.passed("x", "tor1"));
    String diagnosis = Example.failed("vepa-order-kept", "tor1").diagnosis().orElseThrow().id();

    assertThat(repetitions.exit()).isEqualTo(1);
    assertThat(repetitions.lines())
        .containsExactly(
            "4 runs: 2 with exit 0, 1 with exit 1, 1 with exit 3",
            "vepa-order-kept on tor1 did not always come out alike:",
            "  1 times failed %s, first in c".formatted(diagnosis),
            "  1 times inconclusive, first in b",
            "  2 times passed, first in a");
  }

  @Test
  void undecidedIsWorseThanPassed() {
    ran("a", Example.passed("x", "tor1"));
    ran("b", Example.inconclusive("x", "tor1"));

    assertThat(repetitions.exit()).isEqualTo(3);
  }
}
