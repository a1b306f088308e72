package dev.hairpin.verdict;

import static dev.hairpin.verdict.Scene.A;
import static dev.hairpin.verdict.Scene.B;
import static dev.hairpin.verdict.Scene.CLOSED;
import static dev.hairpin.verdict.Scene.IN;
import static dev.hairpin.verdict.Scene.OUT;
import static dev.hairpin.verdict.Scene.U;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hairpin.capture.CapturePoint;
import java.util.List;
import org.junit.jupiter.api.Test;

class HopTest {
  private static List<Hop> hops(Scene scene) {
    Case judged = Case.of(scene.trial(), scene.expectations(), scene.sightings());
    return ProbePath.of(judged, Judge.judge(judged)).hops();
  }

  private static Hop hop(Scene scene, CapturePoint point) {
    return hops(scene).stream()
        .filter(each -> each.point().equals(point))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void standInTheOrderOfTheWay() {
    assertThat(hops(Scene.empty().seen(U).seen(B).seen(OUT)))
        .extracting(Hop::point)
        .containsExactly(OUT, IN, B, A, U);
    assertThat(hops(Scene.reflected().seen(U).watching(B, OUT)))
        .extracting(Hop::point)
        .containsExactly(B, OUT, IN, A, U);
  }

  @Test
  void sayWhatWasExpectedAndSeen() {
    Hop hop = hop(Scene.reflected().copy(B, -5, Scene.PROBE.frame()), B);
    assertThat(hop.expected()).contains(Quantity.exactly(1));
    assertThat(hop.seen()).isEqualTo(2);
    assertThat(hop.firstEpochNanos()).hasValue(CLOSED - Scene.MILLI);
    assertThat(hop.lastEpochNanos()).hasValue(CLOSED - 5);
    assertThat(hop.asExpected()).isFalse();
  }

  @Test
  void areAsExpectedWhereAllIsWell() {
    assertThat(hops(Scene.reflected())).allMatch(Hop::asExpected);
    assertThat(hop(Scene.reflected(), U).expected()).isEmpty();
    assertThat(hop(Scene.reflected(), A).firstEpochNanos()).isEmpty();
  }

  @Test
  void aMissingALateAndAChangedCopyShow() {
    assertThat(hop(Scene.empty().seen(OUT), IN).asExpected()).isFalse();
    Hop late = hop(Scene.reflected().late(U, 1), U);
    assertThat(late.late()).isEqualTo(1);
    assertThat(late.asExpected()).isFalse();
    byte[] changed = Scene.PROBE.frame();
    changed[0] ^= 2;
    Hop altered = hop(Scene.reflected().copy(U, -1, changed), U);
    assertThat(altered.altered()).isEqualTo(1);
    assertThat(altered.asExpected()).isFalse();
  }

  @Test
  void aPlaceThatNothingWatchedIsNotAsExpected() {
    Hop hop = hop(Scene.reflected().watching(OUT, IN, B), A);
    assertThat(hop.watched()).isFalse();
    assertThat(hop.asExpected()).isFalse();
  }
}
