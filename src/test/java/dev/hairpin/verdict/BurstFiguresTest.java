package dev.hairpin.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hairpin.capture.CapturePoint;
import dev.hairpin.capture.Sighting;
import dev.hairpin.wire.Mark;
import dev.hairpin.wire.ProbeRole;
import dev.hairpin.wire.RunTag;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BurstFiguresTest {
  private static final CapturePoint OUT = new CapturePoint("out", CapturePoint.Kind.NIC_OUT);
  private static final CapturePoint B = new CapturePoint("B", CapturePoint.Kind.STATION);
  private static final Burst BURST =
      new Burst(
          "burst",
          11,
          100,
          List.of(OUT, B),
          new Fence(Fence.State.RETURNED, 1, Duration.ZERO, ""),
          List.of(),
          Optional.empty());

  private final List<Sighting> seen = new ArrayList<>();

  private void seen(CapturePoint point, int number, long nanos) {
    Mark mark = new Mark(new RunTag(7), number, ProbeRole.PROBE, true);
    seen.add(new Sighting(point, seen.size(), nanos, new byte[60], Optional.of(mark)));
  }

  /** One each millisecond; the n-th takes n microseconds. */
  private void frames(int arriving) {
    for (int index = 0; index < 100; index++) {
      long sent = 1_700_000_000_000_000_000L + index * 1_000_000L;
      seen(OUT, 11 + index, sent);
      if (index < arriving) {
        seen(B, 11 + index, sent + (index + 1) * 1_000L);
      }
    }
    seen(B, 111, 5); // the fence's number
  }

  @Test
  void rateAndLossAreOfTheBurstsFramesAlone() {
    frames(97);
    BurstFigures figures = BurstFigures.of(BURST, seen);
    assertThat(figures.rate().orElseThrow()).isCloseTo(1_000, within(0.001));
    assertThat(figures.lossPercent()).isEqualTo(3);
    assertThat(BurstFigures.of(BURST, List.of()).rate()).isEmpty();
    assertThat(BurstFigures.of(BURST, List.of()).lossPercent()).isEqualTo(100);
  }

  @Test
  void aFrameSeenTwiceIsTimedByItsFirst() {
    frames(100);
    seen(B, 11, 1_800_000_000_000_000_000L);
    assertThat(BurstFigures.of(BURST, seen).times(0, 1).getTotalCount()).isEqualTo(100);
    assertThat(BurstFigures.of(BURST, seen).times(0, 1).getMaxValue()).isLessThan(101_000);
  }

  @Test
  void percentilesAreInMicroseconds() {
    frames(100);
    Map<String, Double> into = new LinkedHashMap<>();
    BurstFigures.percentiles("one-way-us", BurstFigures.of(BURST, seen).times(0, 1), into);
    assertThat(into.keySet())
        .containsExactly(
            "one-way-us-p50",
            "one-way-us-p90",
            "one-way-us-p99",
            "one-way-us-p99.9",
            "one-way-us-max");
    assertThat(into.get("one-way-us-p50")).isCloseTo(50, within(0.1));
    assertThat(into.get("one-way-us-p99")).isCloseTo(99, within(0.1));
    assertThat(into.get("one-way-us-max")).isCloseTo(100, within(0.1));
  }

  @Test
  void whatNothingWasSeenOfHasNoPercentiles() {
    Map<String, Double> into = new LinkedHashMap<>();
    BurstFigures.percentiles("x", BurstFigures.of(BURST, seen).times(0, 1), into);
    assertThat(into).isEmpty();
  }
}
