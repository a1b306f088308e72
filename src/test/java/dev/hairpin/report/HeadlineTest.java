package dev.hairpin.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HeadlineTest {
  @Test
  void aFailureIsSaidWhateverElseThereIs() {
    assertThat(Headline.verdict(Pages.one()))
        .isEqualTo("Switch and host do not work together as they should: 1 of 5 checks failed.");
  }

  @Test
  void ofSeveralUplinksItTellsHowManyAreAffected() {
    assertThat(
            Headline.verdict(Example.run(Example.failed("a", "tor1"), Example.passed("a", "tor2"))))
        .endsWith("1 of 2 checks failed, all on tor1.");
    assertThat(
            Headline.verdict(Example.run(Example.failed("a", "tor1"), Example.failed("a", "tor2"))))
        .endsWith("2 of 2 checks failed, on 2 of 2 uplinks.");
  }

  @Test
  void whatIsNotProvenIsNotCalledGood() {
    assertThat(
            Headline.verdict(
                Example.run(Example.inconclusive("a", "tor1"), Example.passed("b", "tor1"))))
        .isEqualTo(
            "It is not proven that switch and host work together: 1 of 2 checks could not be decided.");
    assertThat(Headline.verdict(Example.run()))
        .isEqualTo("It is not proven that switch and host work together: nothing was decided.");
    assertThat(Headline.verdict(Example.run(Example.skipped("a", "tor1"))))
        .endsWith("nothing was decided.");
  }

  @Test
  void whatIsWaivedOrSkippedIsCounted() {
    assertThat(
            Headline.verdict(Example.run(Example.waived("a", "tor1"), Example.passed("b", "tor1"))))
        .isEqualTo(
            "Switch and host work together in 1 of 2 checks; 1 failure is accepted in this lab.");
    assertThat(
            Headline.verdict(
                Example.run(Example.skipped("a", "tor1"), Example.passed("b", "tor1"))))
        .isEqualTo(
            "Switch and host work together in all that could be checked: 1 of 2 checks passed, 1 skipped.");
    assertThat(Headline.verdict(Pages.none()))
        .isEqualTo("Switch and host work together in all 2 checks.");
  }

  @Test
  void anInterruptedRunSaysSoFirst() {
    assertThat(
            Headline.verdict(
                Example.results(List.of(Example.passed("a", "tor1")), true, List.of())))
        .startsWith("The run was interrupted before its end. Until then: ");
  }
}
