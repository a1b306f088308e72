package dev.hairpin.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hairpin.verdict.Outcome;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ResultsTest {
  @Test
  void repeatedIdsAreToldApartAndNoted() {
    Results results =
        Example.run(
            Example.passed("a-2", "tor1"),
            Example.passed("a", "tor1"),
            Example.passed("a", "tor1"),
            Example.passed("a", "tor2"),
            Example.failed("a", "tor1"));
    assertThat(results.checks().stream().map(each -> each.id() + "@" + each.uplink()))
        .containsExactly("a-2@tor1", "a@tor1", "a-3@tor1", "a-4@tor1", "a@tor2");
    assertThat(results.notes()).anyMatch(each -> each.contains("'a-4'")).hasSize(3);
  }

  @Property(tries = 200)
  void idsAreAlwaysUnique(@ForAll @Size(max = 12) List<@IntRange(max = 3) Integer> numbers) {
    List<String> names = List.of("a", "a-2", "a-2-2", "a-3");
    List<CheckResult> checks =
        numbers.stream().map(number -> Example.passed(names.get(number), "tor1")).toList();
    Set<String> ids =
        Example.run(checks).checks().stream().map(CheckResult::id).collect(Collectors.toSet());
    assertThat(ids).hasSize(numbers.size());
  }

  @Test
  void uplinksComeInTheLabsOrder() {
    Results results = Example.run(Example.passed("b", "tor2"), Example.passed("a", "tor1"));
    assertThat(results.uplinks()).containsExactly("tor1", "tor2");
  }

  @Test
  void totalsCountEachOutcome() {
    Totals totals = Pages.one().totals();
    for (Outcome each : Outcome.values()) {
      assertThat(totals.of(each)).isEqualTo(1);
    }
    assertThat(totals.all()).isEqualTo(5);
  }
}
