package dev.hairpin.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class RateSearchTest {
  private static final double FULL_SPEED = 100_000;
  private static final double SLOWEST = 500;

  private final List<Double> offered = new ArrayList<>();

  /** A way that loses frames above a rate. */
  private RateSearch.Found<String> search(double capacity, int most) throws Exception {
    offered.clear();
    return RateSearch.find(
        (RateSearch.Offer<String, Exception>)
            rate -> {
              offered.add(rate);
              double went = Math.min(rate, FULL_SPEED);
              return new RateSearch.Tried<>(went, went <= capacity, "at " + went);
            },
        SLOWEST,
        most);
  }

  @Test
  void whatHoldsAtFullSpeedIsTriedOnce() throws Exception {
    assertThat(search(FULL_SPEED, 20).best().orElseThrow().rate()).isEqualTo(FULL_SPEED);
    assertThat(offered).containsExactly(Double.POSITIVE_INFINITY);
  }

  @Test
  void whereEvenTheSlowestLosesNothingIsFound() throws Exception {
    RateSearch.Found<String> found = search(SLOWEST - 1, 20);
    assertThat(found.best()).isEmpty();
    assertThat(found.decisive().rate()).isEqualTo(SLOWEST);
    assertThat(found.decisive().held()).isFalse();
    assertThat(offered).hasSize(2);
  }

  @Property
  void theRateFoundHeldAndIsCloseToTheHighest(
      @ForAll @DoubleRange(min = 501, max = 99_999) double capacity) throws Exception {
    RateSearch.Found<String> found = search(capacity, 30);
    assertThat(found.best().orElseThrow().rate()).isBetween(capacity / 1.1001, capacity);
    assertThat(found.decisive()).isEqualTo(found.best().orElseThrow());
    assertThat(found.fullSpeed().held()).isFalse();
    assertThat(found.trials()).isEqualTo(offered.size());
  }

  @Property
  void withFewTrialsItStillFindsOneThatHeld(
      @ForAll @DoubleRange(min = 501, max = 99_999) double capacity) throws Exception {
    RateSearch.Found<String> found = search(capacity, 4);
    assertThat(found.best().orElseThrow().rate()).isBetween(SLOWEST, capacity);
    assertThat(offered).hasSizeLessThanOrEqualTo(4);
  }
}
