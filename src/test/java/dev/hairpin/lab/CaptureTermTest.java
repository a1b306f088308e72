package dev.hairpin.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Two captures that follow one another tell of each frame once, wherever the change falls. */
class CaptureTermTest {
  private static final int FRAMES = 20;

  private final List<Long> told = new ArrayList<>();

  /**
   * @param opened the first frame that the later capture sees
   * @param changed how many frames it has seen when it takes over
   * @param clock how far the program's clock is from the kernel's stamps
   */
  @Property
  void eachFrameOnce(
      @ForAll @IntRange(max = FRAMES) int opened,
      @ForAll @IntRange(max = FRAMES) int changed,
      @ForAll @IntRange(min = -FRAMES, max = 0) int clock) {
    told.clear();
    CaptureTerm first = CaptureTerm.first((time, frame) -> told.add(time));
    CaptureTerm later = CaptureTerm.later((time, frame) -> told.add(time));
    int change = Math.min(FRAMES, opened + changed);
    for (int time = opened; time < change; time++) {
      later.frame(time, new byte[0]);
    }
    // What the later capture has not seen yet lies after the program's clock.
    long now = Math.max(change - 1, 0) + (opened == change ? 0 : clock);
    first.end(later.begin(now));
    for (int time = change; time < FRAMES; time++) {
      later.frame(time, new byte[0]);
    }
    for (int time = 0; time < FRAMES; time++) {
      first.frame(time, new byte[0]);
    }
    assertThat(told).doesNotHaveDuplicates().hasSize(FRAMES);
  }
}
