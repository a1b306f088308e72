package dev.hairpin.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoryTest {
  @Test
  void whatAProbeMissedStandsFirstAmongExpectedAndSeen() {
    Story story = new Story(Example.failed("vepa-a", "tor1"), List.of());
    assertThat(story.findings().get(0).claim())
        .isEqualTo("at host eth3 in: 1 copy of 'A to B, unicast, relay on'");
    assertThat(story.findings().get(0).seen()).isEqualTo("0 copies: missing");
  }

  @Test
  void waysThatAreAlikeAreDrawnOnceAndTheWrongOnesFirst() {
    List<TrialPath> trials = new ArrayList<>(Collections.nCopies(30, good()));
    trials.addAll(Collections.nCopies(20, bad()));
    Story story = story(trials);
    assertThat(story.drawings()).hasSize(2);
    assertThat(story.drawings().get(0).ok()).isFalse();
    assertThat(story.drawings().get(0).caption())
        .isEqualTo("A to B, unicast, relay on, and 19 more that went alike: not as expected");
    assertThat(story.drawings().get(1).alike()).isEqualTo(29);
  }

  @Test
  void ofManyProbesTheWrongOnesAreListedAndTheRestIsCounted() {
    List<TrialPath> trials = new ArrayList<>(Collections.nCopies(100, good()));
    trials.addAll(Collections.nCopies(50, bad()));
    Story story = story(trials);
    List<TrialPath> listed =
        story.probes().stream().flatMap(each -> each.trials().stream()).toList();
    assertThat(listed).contains(good(), bad()).hasSizeLessThan(100);
    assertThat(story.probesLeftOut())
        .isEqualTo(
            "%d more probes are not listed here, %d of them not as expected; results.json and the evidence have all of them."
                .formatted(150 - listed.size(), 50 - Collections.frequency(listed, bad())));
  }

  @Test
  void aLongTranscriptKeepsItsBeginningAndItsEnd() {
    List<String> lines =
        java.util.stream.IntStream.range(0, 900).mapToObj(i -> "line " + i).toList();
    String text =
        new Story(Example.said(Example.failed("vepa-a", "tor1"), lines), List.of()).transcript();
    assertThat(text.lines()).hasSizeLessThan(100).contains("line 0", "line 899");
    assertThat(text).contains("lines are left out here]");
  }

  private static Story story(List<TrialPath> trials) {
    return new Story(Example.failing("vepa-a", "tor1", "lost", trials), List.of());
  }

  private static TrialPath good() {
    return Example.reflected(1, 1).get(0);
  }

  private static TrialPath bad() {
    return Example.reflected(0, 0).get(0);
  }
}
