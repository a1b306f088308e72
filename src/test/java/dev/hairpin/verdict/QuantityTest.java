package dev.hairpin.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class QuantityTest {
  @Test
  void readsWellInASentence() {
    assertThat(Quantity.none()).hasToString("never");
    assertThat(Quantity.exactly(1)).hasToString("exactly once");
    assertThat(Quantity.exactly(2)).hasToString("exactly twice");
    assertThat(Quantity.exactly(5)).hasToString("exactly 5 times");
    assertThat(Quantity.atMost(1)).hasToString("at most once");
    assertThat(Quantity.atLeast(2)).hasToString("at least twice");
    assertThat(Quantity.any()).hasToString("any number of times");
    assertThat(new Quantity(2, 4)).hasToString("2 to 4 times");
    assertThat(Quantity.atMost(0)).isEqualTo(Quantity.none());
  }

  @Test
  void allowsWhatIsBetweenItsLimits() {
    Quantity quantity = new Quantity(1, 2);
    assertThat(quantity.allows(0)).isFalse();
    assertThat(quantity.allows(1)).isTrue();
    assertThat(quantity.allows(2)).isTrue();
    assertThat(quantity.allows(3)).isFalse();
    assertThat(Quantity.any().allows(Integer.MAX_VALUE)).isTrue();
    assertThat(Quantity.none().allows(1)).isFalse();
  }

  @Test
  void refusesLimitsThatNothingMeets() {
    assertThatThrownBy(() -> new Quantity(2, 1)).hasMessageContaining("from 2 to 1");
    assertThatThrownBy(() -> Quantity.exactly(-1)).hasMessageContaining("-1");
  }
}
