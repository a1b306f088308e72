package dev.hairpin.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NumbersTest {
  private final Numbers run = new Numbers();
  private final Numbers one = run.others();
  private final Numbers other = run.others();

  @Test
  void eachIsGivenOnceAndTellsWhoseItIs() {
    Set<Integer> given = new HashSet<>();
    for (int round = 0; round < 1_000; round++) {
      for (Numbers each : Set.of(run, one, other)) {
        int number = each.next();
        assertThat(given.add(number)).as("%d is new", number).isTrue();
        assertThat(each.has(number)).isTrue();
        assertThat(Set.of(run, one, other)).filteredOn(any -> any.has(number)).hasSize(1);
      }
    }
    assertThat(given).allSatisfy(each -> assertThat(each).isPositive());
  }

  @Test
  void manyAreInARow() {
    one.next();
    other.next();
    int first = one.take(10_000);
    for (int number = first; number < first + 10_000; number++) {
      assertThat(one.has(number)).isTrue();
      assertThat(other.has(number)).isFalse();
    }
    assertThat(other.take(10_000))
        .satisfiesAnyOf(
            next -> assertThat(next).isGreaterThanOrEqualTo(first + 10_000),
            next -> assertThat(next + 10_000).isLessThanOrEqualTo(first));
  }
}
