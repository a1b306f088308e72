package dev.hairpin.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReportCompareTest {
  @Test
  void eachDifferenceStandsInOnePlace() {
    Results before =
        Example.run(
            Example.passed("breaks", "tor1"),
            Example.inconclusive("fails-now", "tor1"),
            Example.waived("no-longer-waived", "tor1"),
            Example.failed("recovers", "tor1"),
            Example.failed("other-diagnosis", "tor1"),
            Example.passed("undecided", "tor1"),
            Example.failed("still-fails", "tor1"),
            Example.passed("goes", "tor2"));
    Results after =
        Example.run(
            Example.failed("breaks", "tor1"),
            Example.failed("fails-now", "tor1"),
            Example.failed("no-longer-waived", "tor1"),
            Example.passed("recovers", "tor1"),
            Example.duplicated("other-diagnosis", "tor1"),
            Example.inconclusive("undecided", "tor1"),
            Example.failed("still-fails", "tor1"),
            Example.failed("comes", "tor2"));

    Comparison comparison = ReportCompare.of(before, after);

    assertThat(ids(comparison.broke())).containsExactly("breaks", "fails-now", "no-longer-waived");
    assertThat(ids(comparison.recovered())).containsExactly("recovers");
    assertThat(ids(comparison.changed())).containsExactly("other-diagnosis", "undecided");
    assertThat(ids(comparison.appeared())).containsExactly("comes");
    assertThat(ids(comparison.gone())).containsExactly("goes");
    assertThat(comparison.same()).isEqualTo(1);
    assertThat(comparison.anythingBroke()).isTrue();
  }

  @Test
  void aRunAgainstItselfIsTheSame() {
    Comparison comparison = ReportCompare.of(Pages.many(), Pages.many());
    assertThat(comparison.same()).isEqualTo(Pages.many().checks().size());
    assertThat(comparison.anythingBroke()).isFalse();
    String totals = String.join(" ", ReportCompare.lines(comparison, true));
    assertThat(totals)
        .startsWith(comparison.before() + " to ")
        .contains(": 0 broke, 0 recovered, 0 changed, 0 new, 0 gone, 0 slower, ")
        .endsWith(" " + comparison.same() + " the same");
  }

  private static List<String> ids(List<Comparison.Change> changes) {
    return changes.stream().map(Comparison.Change::id).toList();
  }
}
