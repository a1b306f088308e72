package dev.hairpin.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordingTest {
  @Test
  void joinsAsASentenceDoes() {
    assertThat(Wording.and(List.of())).isEmpty();
    assertThat(Wording.and(List.of("a"))).isEqualTo("a");
    assertThat(Wording.and(List.of("a", "b"))).isEqualTo("a and b");
    assertThat(Wording.and(List.of("a", "b", "c"))).isEqualTo("a, b and c");
  }

  @Test
  void writesSpansInTheUnitThatFits() {
    assertThat(Wording.span(800)).isEqualTo("800 ns");
    assertThat(Wording.span(20_400)).isEqualTo("20 µs");
    assertThat(Wording.span(1_540_000)).isEqualTo("1.5 ms");
    assertThat(Wording.span(2_000_000)).isEqualTo("2 ms");
    assertThat(Wording.span(340_900_000)).isEqualTo("340 ms");
    assertThat(Wording.span(12_000_000_000L)).isEqualTo("12000 ms");
  }
}
