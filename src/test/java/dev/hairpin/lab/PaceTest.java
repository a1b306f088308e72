package dev.hairpin.lab;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaceTest {
  private static final long START = 5_000;
  private static final long DISTANCE = 1_000_000;

  private final Pace pace = new Pace(1_000, START);

  private long goesWhenDue() {
    long due = pace.due();
    pace.goes(due);
    return due;
  }

  @Test
  void framesGoAtTheDistanceThatIsWanted() {
    for (int frame = 0; frame < 10; frame++) {
      assertThat(goesWhenDue()).isEqualTo(START + frame * DISTANCE);
    }
  }

  @Test
  void whatAStallHasMissedIsNotSentAtOnce() {
    goesWhenDue();
    long late = START + 10 * DISTANCE;
    pace.goes(late);
    for (int frame = 1; frame <= 50; frame++) {
      assertThat(goesWhenDue()).isEqualTo(late + frame * (long) (Pace.NEAREST * DISTANCE));
    }
  }

  @Test
  void whatAStallHasMissedIsMadeUpForInTheEnd() {
    goesWhenDue();
    pace.goes(START + 10 * DISTANCE);
    for (int frame = 2; frame < 300; frame++) {
      goesWhenDue();
    }
    assertThat(pace.due()).isEqualTo(START + 300 * DISTANCE);
  }

  @Test
  void atFullSpeedAFrameMayGoAtOnce() {
    Pace full = new Pace(Load.FULL_SPEED, START);
    full.goes(START + 7);
    assertThat(full.due()).isLessThanOrEqualTo(START + 7);
  }
}
