package dev.hairpin.embedded.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultChoiceTest {
  @Test
  void everyFaultCanBeMade() {
    assertThat(FaultCatalogue.all())
        .hasSizeGreaterThan(30)
        .allSatisfy(each -> assertThat(FaultChoice.parse(each.name()).make()).isNotNull());
  }

  @Test
  void namesAreDifferent() {
    assertThat(FaultCatalogue.all().stream().map(FaultKind::name)).doesNotHaveDuplicates();
  }

  @Test
  void anArgumentIsTakenOrItsStandard() {
    assertThat(FaultChoice.parse("drops-large:1400")).hasToString("drops-large:1400");
    assertThat(FaultChoice.parse("drops-large")).hasToString("drops-large:1000");
    assertThat(FaultChoice.parse("none")).hasToString("none");
  }

  @Test
  void onlyAFaultIsSaidToBeOne() {
    assertThat(FaultChoice.parse("never-reflects").words())
        .startsWith("the switch of this lab is faulty on purpose: it ")
        .endsWith(" (--fault never-reflects)");
    assertThat(FaultChoice.parse("none").words())
        .isEqualTo(
            "the switch of this lab is of the kind that can be made faulty, and does nothing wrong: the control for all the others (--fault none)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "nevr-reflects | there is no fault 'nevr-reflects'; did you mean 'never-reflects'? Next: 'hairpin lab faults' lists them",
        "xyz | there is no fault 'xyz'. Next: 'hairpin lab faults' lists them",
        "never-reflects:3 | the fault 'never-reflects' takes no argument, and '3' was given",
        "drops-large: | '' is not a number of octets from 60 to 65535, which the fault 'drops-large' takes",
        "drops-large:59 | '59' is not a number of octets from 60 to 65535, which the fault 'drops-large' takes",
        "drops-large:1e3 | '1e3' is not a number of octets from 60 to 65535, which the fault 'drops-large' takes"
      })
  void tellsWhatIsWrong(String text, String message) {
    assertThatThrownBy(() -> FaultChoice.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
