package dev.hairpin.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hairpin.verdict.Outcome;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MatrixTest {
  private final MatrixRuns runs = new MatrixRuns();

  @Test
  void theNewestRunOfAPairDecidesByItsWorstCheck() {
    add("run-2", 2, "6.1", "4.32", Example.passed("a", "tor1"), Example.waived("b", "tor1"));
    add("run-1", 1, "6.1", "4.32", Example.failed("a", "tor1"));
    add("run-3", 3, "6.12", "4.32", Example.inconclusive("a", "tor1"));
    add("run-4", 4, "6.12", "4.33", Example.failed("a", "tor1"), Example.passed("b", "tor1"));
    add("run-4", 4, "6.12", "4.33", Example.passed("a", "tor1"));

    Matrix matrix = runs.matrix();

    assertThat(matrix.hosts()).extracting(Matrix.Host::kernel).containsExactly("6.1", "6.12");
    assertThat(matrix.rows())
        .extracting(each -> each.device().version())
        .containsExactly("4.32", "4.33");
    assertThat(outcomes(matrix.rows().get(0)))
        .containsExactly(Optional.of(Outcome.WAIVED), Optional.of(Outcome.INCONCLUSIVE));
    assertThat(outcomes(matrix.rows().get(1)))
        .containsExactly(Optional.empty(), Optional.of(Outcome.FAILED));
    assertThat(matrix.rows().get(0).cells().get(0).sources())
        .extracting(Matrix.Source::run)
        .containsExactly("run-2", "run-1");
  }

  @Test
  void whatWasOnlySkippedWasNotTested() {
    add("run-1", 1, "6.1", "4.32", Example.skipped("a", "tor1"));
    assertThat(outcomes(runs.matrix().rows().get(0))).containsExactly(Optional.empty());
  }

  @Test
  void thePageLinksToReportsWhereTheyLie() {
    add("run-1", 1, "6.1", "4.32", Example.failed("a", "tor1"));
    add("run <2>", 2, "6.12", "4.33", Example.passed("a", "tor1"));
    String page = MatrixHtml.page(runs.matrix(), Path.of("/srv/pages"));
    assertThat(page)
        .contains("href=\"../reports/run-1/report.html\"")
        .contains("href=\"../reports/run-1/report.html#a--tor1\"")
        .contains("href=\"../reports/run%20%3C2%3E/report.html\"")
        .contains(
            "1 of 2 tested pairs of switch and host works together; 2 not tested.", "not tested")
        .doesNotContain("<script", "run <2>");
  }

  private static List<Optional<Outcome>> outcomes(Matrix.Row row) {
    return row.cells().stream().map(Matrix.Cell::outcome).toList();
  }

  private void add(String run, int second, String kernel, String version, CheckResult... checks) {
    LabInfo.Switch device =
        new LabInfo.Switch(
            "tor1", "any-os", "Any OS", "ssh", Optional.of("X-48"), Optional.of(version));
    runs.add(
        Results.of(
            new RunInfo(run, Instant.ofEpochSecond(second), Instant.ofEpochSecond(second), "1", 0),
            new LabInfo(
                "rack12",
                new LabInfo.Host(kernel, "kvm"),
                List.of(new LabInfo.Uplink("tor1", "eth3", "ixgbe", "swp1", device))),
            List.of(checks),
            List.of(),
            Map.of()),
        Path.of("/srv/reports").resolve(run));
  }
}
