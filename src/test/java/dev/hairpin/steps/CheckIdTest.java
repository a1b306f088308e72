package dev.hairpin.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CheckIdTest {
  @Test
  void isTheTagThatIsNoGroups() {
    assertThat(
            CheckId.of(
                List.of("@vepa", "@certification", "@vepa-broadcast-once", "@guest"), "a claim"))
        .isEqualTo("vepa-broadcast-once");
  }

  @Test
  void isMadeOfTheScenariosNameWhereNoTagNamesIt() {
    assertThat(CheckId.of(List.of("@vepa"), "Our rack: VEPA, twice!"))
        .isEqualTo("our-rack-vepa-twice");
    assertThat(CheckId.of(List.of(), "…")).isEqualTo("check");
  }
}
