package dev.hairpin.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hairpin.report.Results;
import dev.hairpin.report.Totals;
import dev.hairpin.verdict.Diagnosis;
import dev.hairpin.verdict.Outcome;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a history does, whatever database it is kept in; each test has an empty one. */
abstract class HistoryContract {
  private static final Path FOLDER = Path.of("/var/reports/x");

  abstract HistoryPlace place();

  private void record(Results... runs) throws Exception {
    try (History history = History.open(place())) {
      for (Results each : runs) {
        history.record(each, FOLDER);
      }
    }
  }

  @Test
  void whatWasPutInComesOut() throws Exception {
    record(Runs.run(1, Runs.failed("vepa-a"), Runs.check("vepa-b", Outcome.PASSED, 12.5)));

    try (History history = History.open(place())) {
      RecordedRun run = history.runs(Selection.last(9)).get(0);
      assertThat(run.id()).isEqualTo("run-0001");
      assertThat(run.started()).isEqualTo(Runs.FIRST.plusSeconds(3600));
      assertThat(run.lab()).isEqualTo("rack12");
      assertThat(run.exit()).isEqualTo(1);
      assertThat(run.folder()).isEqualTo(FOLDER.toString());
      assertThat(run.totals()).isEqualTo(new Totals(1, 1, 0, 0, 0));
      List<RecordedCheck> checks = history.checks(Selection.last(9));
      assertThat(checks).extracting(RecordedCheck::id).containsExactly("vepa-a", "vepa-b");
      assertThat(checks.get(0).diagnosis()).contains(Diagnosis.NO_REFLECTION);
      assertThat(checks.get(1).outcome()).isEqualTo(Outcome.PASSED);
      assertThat(checks.get(1).diagnosis()).isEmpty();
      assertThat(checks.get(1).durationMs()).isEqualTo(12.5);
      assertThat(checks.get(1).measurements()).containsEntry("one-way-us", 1.25);
      assertThat(checks.get(1).conditions().driver()).isEqualTo("ixgbe");
    }
  }

  @Test
  void aRunIsThereOnceHoweverOftenItIsPutIn() throws Exception {
    record(Runs.run(1, Runs.failed("vepa-a")), Runs.run(1, Runs.passed("vepa-a")));

    try (History history = History.open(place())) {
      assertThat(history.runs(Selection.last(9))).hasSize(1);
      assertThat(history.checks(Selection.last(9)))
          .extracting(RecordedCheck::outcome)
          .containsExactly(Outcome.PASSED);
    }
  }

  @Test
  void theLastRunsOfALabAndACheck() throws Exception {
    record(
        Runs.run(1, Runs.passed("vepa-a")),
        Runs.run(2, Runs.passed("vepa-a"), Runs.passed("vepa-b")),
        Runs.run(3, "other", "6.1", Runs.passed("vepa-b")),
        Runs.run(4, Runs.passed("vepa-a")));

    try (History history = History.open(place())) {
      assertThat(ids(history, Selection.last(2))).containsExactly("run-0004", "run-0003");
      assertThat(ids(history, Selection.last(9).ofLab(Optional.of("other"))))
          .containsExactly("run-0003");
      Selection b = Selection.last(9).of(Optional.of("vepa-b"), Optional.of("tor1"));
      assertThat(ids(history, b)).containsExactly("run-0003", "run-0002");
      assertThat(history.checks(b)).extracting(RecordedCheck::id).containsOnly("vepa-b");
      assertThat(ids(history, Selection.last(9).of(Optional.empty(), Optional.of("tor9"))))
          .isEmpty();
      Selection before = Selection.last(1).startedBefore(Runs.FIRST.plusSeconds(3 * 3600));
      assertThat(ids(history, before)).containsExactly("run-0002");
      assertThat(history.checks(before)).hasSize(2);
    }
  }

  @Test
  void whatASwitchSaysFitsWhateverItIs() throws Exception {
    Results run = Runs.run(1, "rack12", "6\0", Runs.passed("vepa-'; DROP TABLE run; --"));
    record(run);
    try (History history = History.open(place())) {
      assertThat(history.checks(Selection.last(1)))
          .extracting(RecordedCheck::id)
          .containsExactly("vepa-'; DROP TABLE run; --");
    }
  }

  private static List<String> ids(History history, Selection selection) throws Exception {
    return history.runs(selection).stream().map(RecordedRun::id).toList();
  }
}
