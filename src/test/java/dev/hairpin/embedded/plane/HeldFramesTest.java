package dev.hairpin.embedded.plane;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hairpin.linux.WholeFrame;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeldFramesTest {
  private static final Port PORT = new Port("swp1", Port.Role.UPLINK);

  private final HeldFrames held = new HeldFrames();
  private final List<Integer> sent = new ArrayList<>();

  private void hold(long due, int length) {
    held.hold(due, PORT, new Frame(WholeFrame.of(new byte[length])));
  }

  private List<Integer> releasedAt(long now) {
    sent.clear();
    held.release(now, (port, frame) -> sent.add(frame.length()));
    return sent;
  }

  @Test
  void leavesWhenDueAndInTheOrderOfThat() {
    hold(30, 63);
    hold(10, 61);
    hold(10, 62);
    assertThat(releasedAt(9)).isEmpty();
    assertThat(releasedAt(10)).containsExactly(61, 62);
    assertThat(releasedAt(100)).containsExactly(63);
    assertThat(releasedAt(100)).isEmpty();
  }

  @Test
  void waitsNoLongerThanUntilTheNextIsDue() {
    assertThat(held.millisToNext(0, 7)).isEqualTo(7);
    hold(2_500_000, 60);
    assertThat(held.millisToNext(0, 7)).isEqualTo(3);
    assertThat(held.millisToNext(0, 1)).isEqualTo(1);
    assertThat(held.millisToNext(9_000_000, 7)).isZero();
  }
}
