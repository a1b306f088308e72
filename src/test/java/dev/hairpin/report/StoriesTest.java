package dev.hairpin.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hairpin.verdict.Outcome;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StoriesTest {
  private static final String ID = "vepa-unicast-reflected";

  @Test
  void theSameFailureOnTwoUplinksIsOneStory() {
    Results results = Example.run(Example.failed(ID, "tor1"), Example.failed(ID, "tor2"));
    assertThat(Stories.of(results, Outcome.FAILED))
        .singleElement()
        .satisfies(
            story -> {
              assertThat(story.check().uplink()).isEqualTo("tor1");
              assertThat(story.others()).extracting(CheckResult::uplink).containsExactly("tor2");
              assertThat(story.where()).isEqualTo("on tor1 and 1 more uplink");
            });
  }

  @Test
  void anotherDiagnosisIsAStoryOfItsOwn() {
    Results results = Example.run(Example.failed(ID, "tor1"), Example.duplicated(ID, "tor2"));
    assertThat(Stories.of(results, Outcome.FAILED)).hasSize(2);
  }

  @Test
  void anotherWayOfTheProbeIsAStoryOfItsOwn() {
    CheckResult elsewhere = Example.failing(ID, "tor2", "lost", Example.reflected(1, 0));
    Results results =
        Example.run(Example.failing(ID, "tor1", "lost", Example.reflected(0, 0)), elsewhere);
    assertThat(Stories.of(results, Outcome.FAILED)).hasSize(2);
  }

  @Test
  void namesOfCablesAndFiguresDoNotMakeAnotherStory() {
    Results results =
        Example.run(
            Example.failing(ID, "tor1", "eth3 lost 3 of 1000, to 02:48:50:00:00:0a", List.of()),
            Example.failing(ID, "tor2", "eth5 lost 7 of 1000, to 02:48:50:00:00:1b", List.of()));
    assertThat(Stories.of(results, Outcome.FAILED)).hasSize(1);
  }

  @Test
  void whatPassedIsOneStory() {
    Results results = Example.run(Example.passed(ID, "tor1"), Example.passed(ID, "tor2"));
    assertThat(Stories.of(results, Outcome.PASSED)).hasSize(1);
  }

  @Test
  void anAssumptionThatOneUplinkRestsOnIsAStoryOfItsOwn() {
    CheckResult assuming =
        Example.named(Example.passed(ID, "tor2"), "A's frame comes back to B", "assumed");
    assertThat(Stories.of(Example.run(Example.passed(ID, "tor1"), assuming), Outcome.PASSED))
        .hasSize(2);
  }

  @Test
  void ofManyStoriesSomeAreToldInFullAndNoUplinkIsLost() {
    List<CheckResult> checks =
        IntStream.range(0, 26)
            .mapToObj(
                number ->
                    Example.failing(ID, "u" + number, "reason " + (char) ('a' + number), List.of()))
            .toList();
    List<Story> stories = Stories.of(Example.run(checks), Outcome.FAILED);
    assertThat(stories).hasSizeLessThan(5);
    assertThat(stories.stream().mapToInt(each -> 1 + each.others().size()).sum()).isEqualTo(26);
  }
}
