package dev.hairpin.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

class SamplesTest {
  private static double median(Double... values) throws Exception {
    Iterator<Double> each = List.of(values).iterator();
    double median = new Samples(() -> false).median(values.length - 1, each::next);
    assertThat(each).isExhausted();
    return median;
  }

  @Test
  void theMedianLeavesTheFirstTimeOut() throws Exception {
    assertThat(median(1_000.0, 3.0, 1.0, 2.0)).isEqualTo(2);
    assertThat(median(1_000.0, 4.0, 1.0, 2.0, 30.0)).isEqualTo(3);
  }

  @Test
  void anInterruptedBenchMeasuresNoMore() {
    assertThatThrownBy(
            () ->
                new Samples(() -> true)
                    .medianMillis(
                        3,
                        () -> {
                          throw new AssertionError("it went on");
                        }))
        .isInstanceOf(InterruptedException.class);
  }

  @Test
  void aRatioIsOursThroughTheirs() {
    assertThat(Beside.of(4, 2).ratio()).contains(0.5);
    assertThat(Beside.of(0, 2).ratio()).as("nothing to compare with").isEmpty();
  }

  @Test
  void aMachineThatIsSlowForAWhileIsSoForBoth() throws Exception {
    Iterator<Double> ours = List.of(1_000.0, 10.0, 5.0, 10.0).iterator();
    Iterator<Double> theirs = List.of(1.0, 20.0, 10.0, 20.0).iterator();

    Beside beside = new Samples(() -> false).inTurns(3, ours::next, theirs::next);

    assertThat(beside.value()).isEqualTo(20);
    assertThat(beside.ratio()).contains(0.5);
  }
}
