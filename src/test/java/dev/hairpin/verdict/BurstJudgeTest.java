package dev.hairpin.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hairpin.capture.CapturePoint;
import dev.hairpin.capture.Sighting;
import dev.hairpin.wire.Mark;
import dev.hairpin.wire.ProbeRole;
import dev.hairpin.wire.RunTag;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BurstJudgeTest {
  private static final int FIRST = 41;
  private static final int COUNT = 20;
  private static final RunTag RUN = new RunTag(7);
  private static final CapturePoint OUT = new CapturePoint("out", CapturePoint.Kind.NIC_OUT);
  private static final CapturePoint IN = new CapturePoint("in", CapturePoint.Kind.NIC_IN);
  private static final CapturePoint B = new CapturePoint("B", CapturePoint.Kind.STATION);

  private final List<Sighting> seen = new ArrayList<>();
  private Fence.State fence = Fence.State.RETURNED;
  private List<Drop> drops = List.of();

  private static List<Integer> all() {
    return new ArrayList<>(IntStream.range(FIRST, FIRST + COUNT).boxed().toList());
  }

  private void at(CapturePoint point, List<Integer> numbers) {
    numbers.forEach(each -> seen(point, each, true));
  }

  private void seen(CapturePoint point, int number, boolean intact) {
    Mark mark = new Mark(RUN, number, ProbeRole.PROBE, intact);
    seen.add(new Sighting(point, seen.size(), 0, new byte[60], Optional.of(mark)));
  }

  private Verdict judged() {
    Fence closed =
        new Fence(fence, 1, Duration.ofMillis(20), fence == Fence.State.RETURNED ? "" : "x");
    return BurstJudge.judge(
        new Burst("burst", FIRST, COUNT, List.of(OUT, IN, B), closed, drops, Optional.empty()),
        seen);
  }

  /** A late frame says that the others may come yet, or came when nobody looked. */
  @Test
  void aFrameThatCameAfterTheWatchDecidesNothing() {
    at(OUT, all());
    at(IN, all().subList(0, COUNT - 2));
    at(B, all().subList(0, COUNT - 2));
    Mark mark = new Mark(RUN, FIRST + COUNT - 2, ProbeRole.PROBE, true);
    seen.add(new Sighting(IN, seen.size(), 5_000_001, new byte[60], Optional.of(mark)));
    Verdict verdict = judged();
    assertThat(verdict.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(verdict.reason()).contains("until 5 ms after the watch had ended");
  }

  @Test
  void allOnceAndInOrderPasses() {
    at(OUT, all());
    at(IN, all());
    at(B, all());
    seen(B, FIRST + COUNT, true); // the fence's number
    assertThat(judged().outcome()).isEqualTo(Outcome.PASSED);
  }

  @Property
  void oneThatIsMissingAnywhereNeverPasses(
      @ForAll @IntRange(max = COUNT - 1) int missing, @ForAll @IntRange(max = 2) int place) {
    seen.clear();
    List<CapturePoint> way = List.of(OUT, IN, B);
    for (int index = 0; index < 3; index++) {
      List<Integer> numbers = all();
      if (index >= place) {
        numbers.remove(missing);
      }
      at(way.get(index), numbers);
    }
    Verdict verdict = judged();
    assertThat(verdict.outcome()).isEqualTo(place == 0 ? Outcome.INCONCLUSIVE : Outcome.FAILED);
    if (place > 0) {
      assertThat(verdict.diagnosis()).contains(Diagnosis.LOST);
      assertThat(verdict.reason()).contains("frame " + (missing + 1));
    }
  }

  @Property
  void anyOtherOrderIsReordered(@ForAll Random random) {
    seen.clear();
    List<Integer> shuffled = all();
    Collections.shuffle(shuffled, random);
    at(OUT, all());
    at(IN, shuffled);
    at(B, shuffled);
    boolean same = shuffled.equals(all());
    assertThat(judged().diagnosis())
        .isEqualTo(same ? Optional.empty() : Optional.of(Diagnosis.REORDERED));
  }

  @Test
  void oneTwiceIsADuplicateThoughCapturesDropped() {
    at(OUT, all());
    at(IN, all());
    seen(IN, FIRST + 3, true);
    drops = List.of(new Drop("in", 5));
    assertThat(judged().diagnosis()).contains(Diagnosis.DUPLICATE);
    assertThat(judged().reason()).contains("frame 4");
  }

  @Test
  void oneChangedIsAltered() {
    at(OUT, all());
    seen(IN, FIRST, false);
    assertThat(judged().diagnosis()).contains(Diagnosis.ALTERED);
  }

  @Test
  void dropsOrALostFenceDecideNothing() {
    at(OUT, all());
    at(IN, all());
    at(B, all());
    drops = List.of(new Drop("in", 1));
    assertThat(judged().outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(judged().reason()).contains("in dropped 1 frames");
    drops = List.of();
    fence = Fence.State.LOST;
    assertThat(judged().outcome()).isEqualTo(Outcome.INCONCLUSIVE);
  }

  @Test
  void whatTheHostReorderedItselfBlamesNoSwitch() {
    List<Integer> swapped = all();
    Collections.swap(swapped, 2, 3);
    at(OUT, swapped);
    at(IN, swapped);
    at(B, swapped);
    assertThat(judged().outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(judged().reason()).contains("another order than they were sent");
  }
}
