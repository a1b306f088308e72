package dev.hairpin.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hairpin.report.Totals;
import dev.hairpin.verdict.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryLinesTest {
  @Test
  void everythingFitsEightyColumns() {
    RecordedRun run =
        new RecordedRun(
            "20261122-091522-7f3a",
            Runs.FIRST,
            Runs.FIRST,
            "a-lab-with-a-name-of-32-letters-",
            "0.1.0",
            "6.1",
            "tcg",
            130,
            "/x",
            new Totals(100, 20, 30, 40, 50));
    List<String> lines = HistoryLines.runs(List.of(run));
    assertThat(lines).allSatisfy(each -> assertThat(each).hasSizeLessThanOrEqualTo(80));
    assertThat(String.join(" ", lines)).contains("20261122-091522-7f3a", "130  100 passed,", "50");
  }

  @Test
  void aFlakeIsToldInWords() {
    Flake flake = new Flake("vepa-order-kept", "tor1", 20, 3, 5, Outcome.PASSED);
    assertThat(HistoryLines.flakes(List.of(flake), 20))
        .contains("flaky  vepa-order-kept on tor1: not good in 3 of 20 runs, changed 5 times with");
    assertThat(HistoryLines.flakes(List.of(), 1)).contains("no check flaked in 1 run");
  }
}
