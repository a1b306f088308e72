package dev.hairpin.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hairpin.report.EarlierFigures;
import dev.hairpin.verdict.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FlakesTest {
  @Test
  void whatBreaksAndStaysBrokenIsNoFlake() {
    assertThat(Flakes.of(course("++++----"))).isEmpty();
    assertThat(Flakes.of(course("----++++"))).isEmpty();
  }

  @Test
  void whatGoesAndComesIsOne() {
    assertThat(Flakes.of(course("++-+?+")))
        .containsExactly(new Flake("vepa-a", "tor1", 6, 2, 4, Outcome.PASSED));
  }

  @Test
  void waivedIsGoodAndSkippedIsNothing() {
    assertThat(Flakes.of(course("+w+ws+"))).isEmpty();
    assertThat(Flakes.of(course("-s+s-"))).hasSize(1);
  }

  @Test
  void anotherKernelIsNews() {
    List<RecordedCheck> checks = new ArrayList<>(course("+"));
    checks.add(check(1, Outcome.FAILED, "6.6"));
    checks.add(check(2, Outcome.PASSED, "6.12"));
    assertThat(Flakes.of(checks)).isEmpty();
  }

  @Test
  void figuresOfThePastAreThoseOfPassedChecks() {
    PastFigures figures = new PastFigures(course("+-+"));
    assertThat(figures.of("vepa-a", "tor1", EarlierFigures.DURATION)).containsExactly(0.0, 2.0);
    assertThat(figures.of("vepa-a", "tor1", "one-way-us")).containsExactly(0.0, 0.2);
    assertThat(figures.of("vepa-a", "tor2", EarlierFigures.DURATION)).isEmpty();
  }

  @Test
  void trendsKeepTheOrderAndNameTheFlaky() {
    var trends = Trends.of(course("+-+"));
    assertThat(trends).hasSize(1);
    assertThat(trends.get(0).flaky()).isTrue();
    assertThat(trends.get(0).figures()).containsExactly(EarlierFigures.DURATION, "one-way-us");
    assertThat(trends.get(0).points())
        .extracting(each -> each.outcome())
        .containsExactly(Outcome.PASSED, Outcome.FAILED, Outcome.PASSED);
  }

  private static List<RecordedCheck> course(String signs) {
    List<RecordedCheck> checks = new ArrayList<>();
    for (int index = 0; index < signs.length(); index++) {
      Outcome outcome =
          switch (signs.charAt(index)) {
            case '+' -> Outcome.PASSED;
            case '-' -> Outcome.FAILED;
            case '?' -> Outcome.INCONCLUSIVE;
            case 'w' -> Outcome.WAIVED;
            default -> Outcome.SKIPPED;
          };
      checks.add(check(index, outcome, "6.1"));
    }
    return checks;
  }

  private static RecordedCheck check(int run, Outcome outcome, String kernel) {
    return new RecordedCheck(
        "run-" + run,
        Runs.FIRST.plusSeconds(run),
        "vepa-a",
        "tor1",
        outcome,
        Optional.empty(),
        "",
        run,
        new RecordedCheck.Conditions("rack12", "0.1.0", kernel, "ixgbe", "Linux"),
        Map.of("one-way-us", run / 10.0));
  }
}
