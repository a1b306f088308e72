package dev.hairpin.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class RateSearchTest {
  private static final double FULL_SPEED = 100_000;
  private static final double SLOWEST = 500;

  private final List<Double> offered = new ArrayList<>();

  /** The trials, from 0, in which something is lost that has nothing to do with the rate. */
  private Set<Integer> unlucky = Set.of();

  /** The rate from which on frames can't be offered evenly. */
  private double uneven = Double.POSITIVE_INFINITY;

  private RateSearch.Result result(double went, double capacity) {
    if (went >= uneven && went < FULL_SPEED) {
      return RateSearch.Result.NOT_OFFERED;
    }
    return went <= capacity && !unlucky.contains(offered.size() - 1)
        ? RateSearch.Result.HELD
        : RateSearch.Result.LOST;
  }

  /** A way that loses frames above a rate. */
  private RateSearch.Found<String> search(double capacity, int most) throws Exception {
    offered.clear();
    return RateSearch.find(
        (RateSearch.Offer<String, Exception>)
            rate -> {
              offered.add(rate);
              double went = Math.min(rate, FULL_SPEED);
              return new RateSearch.Tried<>(went, result(went, capacity), "at " + went);
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
    assertThat(found.notOffered()).isEmpty();
    assertThat(offered)
        .containsExactly(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, SLOWEST, SLOWEST);
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

  @Test
  void whatIsLostOnceAloneLowersNothing() throws Exception {
    double undisturbed = search(2_000, 30).best().orElseThrow().rate();
    assertThat(offered.get(2)).isEqualTo(SLOWEST);
    // In the first trial at the slowest rate, and in the first at the best.
    unlucky = Set.of(2, offered.indexOf(undisturbed) + 1);
    RateSearch.Found<String> found = search(2_000, 30);
    assertThat(found.best().orElseThrow().rate()).isEqualTo(undisturbed);
    assertThat(found.heldAgain()).isEqualTo(2);
    assertThat(found.trials()).isEqualTo(offered.size());
  }

  @Test
  void aRateThatCannotBeOfferedIsNoLoss() throws Exception {
    uneven = 7_000;
    RateSearch.Found<String> found = search(50_000, 30);
    assertThat(found.notOffered().orElseThrow().rate()).isGreaterThanOrEqualTo(uneven);
    assertThat(found.best().orElseThrow().rate()).isBetween(uneven / 1.1001, uneven);
    uneven = SLOWEST;
    found = search(50_000, 30);
    assertThat(found.best()).isEmpty();
    assertThat(found.decisive().result()).isEqualTo(RateSearch.Result.NOT_OFFERED);
  }

  @Test
  void whatIsBoundByALossIsNotBoundByTheHost() throws Exception {
    uneven = 7_000;
    RateSearch.Found<String> found = search(5_000, 30);
    assertThat(found.best().orElseThrow().rate()).isBetween(5_000 / 1.1001, 5_000.0);
    assertThat(found.notOffered()).isEmpty();
  }

  @Property
  void withFewTrialsItStillFindsOneThatHeld(
      @ForAll @DoubleRange(min = 501, max = 99_999) double capacity) throws Exception {
    RateSearch.Found<String> found = search(capacity, 8);
    assertThat(found.best().orElseThrow().rate()).isBetween(SLOWEST, capacity);
    assertThat(offered).hasSizeLessThanOrEqualTo(8);
  }
}
