package dev.hairpin.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SentAgainTest {
  private static final int PORT = 7;
  private static final SentAgain FIRST = sent(300, 300, 0);

  private static SentAgain sent(long back, long rise, long silent) {
    return new SentAgain(back, Map.of(PORT, rise), Map.of(PORT, silent));
  }

  @Test
  void whatRisesWithTheFramesFollows() {
    assertThat(FIRST.follows(PORT, FIRST)).isTrue();
    assertThat(sent(700, 700, 0).follows(PORT, FIRST)).isTrue();
    assertThat(sent(200, 230, 30).follows(PORT, FIRST)).isTrue();
  }

  @Test
  void aTenthOfThemIsALeakToo() {
    SentAgain first = sent(300, 30, 0);
    assertThat(first.follows(PORT, first)).isTrue();
    assertThat(sent(700, 68, 0).follows(PORT, first)).isTrue();
    assertThat(sent(300, 29, 0).follows(PORT, sent(300, 29, 0))).isFalse();
  }

  @Test
  void trafficThatGoesOnInSilenceIsThePortsOwn() {
    SentAgain steady = sent(300, 150, 140);
    assertThat(steady.follows(PORT, steady)).isFalse();
    assertThat(sent(700, 350, 340).follows(PORT, sent(300, 150, 0))).isFalse();
    // Of these 400 more than half would be there anyway.
    assertThat(sent(300, 400, 210).follows(PORT, sent(300, 190, 0))).isFalse();
  }

  @Test
  void whatRisesByOtherSharesIsNotTheirs() {
    assertThat(sent(700, 300, 0).follows(PORT, FIRST)).isFalse();
    assertThat(sent(200, 400, 0).follows(PORT, FIRST)).isFalse();
    assertThat(sent(300, 451, 0).follows(PORT, sent(300, 451, 0))).isFalse();
  }

  @Test
  void aPortThatIsNotCountedDoesNotFollow() {
    assertThat(FIRST.follows(PORT + 1, FIRST)).isFalse();
  }
}
