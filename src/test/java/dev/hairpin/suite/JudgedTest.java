package dev.hairpin.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hairpin.steps.Thrown;
import dev.hairpin.verdict.Diagnosis;
import dev.hairpin.verdict.Outcome;
import dev.hairpin.verdict.Verdict;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;

/** What the JUnit platform is told: nothing but a passed check is successful. */
class JudgedTest {
  private static final TestExecutionResult FINE = TestExecutionResult.successful();

  private static TestExecutionResult judged(Verdict verdict, TestExecutionResult thrown) {
    return Judged.result("tor1", Optional.of(verdict), thrown);
  }

  @Test
  void aCheckThatPassedIsSuccessful() {
    assertThat(judged(Verdict.passed("seen"), FINE)).isSameAs(FINE);
  }

  @Test
  void aVerdictThatNoStepThrewStillFails() {
    Verdict lost = Verdict.failed(Diagnosis.LOST, "nobody saw it");

    assertThat(judged(lost, FINE).getStatus()).isEqualTo(Status.FAILED);
    assertThat(judged(lost, FINE).getThrowable().orElseThrow())
        .hasMessage("failed on tor1, lost: nobody saw it");
    assertThat(judged(Verdict.inconclusive("no answer"), FINE).getStatus())
        .isEqualTo(Status.FAILED);
  }

  @Test
  void theVerdictHasTheWordsWhateverItsStepThrew() {
    TestExecutionResult failed = TestExecutionResult.failed(Thrown.failed("no frame came back"));

    assertThat(
            judged(Verdict.inconclusive("the relay was changed"), failed)
                .getThrowable()
                .orElseThrow())
        .hasMessage("inconclusive on tor1: the relay was changed")
        .hasRootCauseMessage("no frame came back");
  }

  @Test
  void waivedAndSkippedAreNeitherPassedNorFailed() {
    Verdict waived =
        new Verdict(Outcome.WAIVED, Optional.of(Diagnosis.LOST), "accepted", List.of());

    assertThat(judged(waived, FINE).getStatus()).isEqualTo(Status.ABORTED);
    assertThat(judged(Verdict.skipped("no guests"), FINE).getStatus()).isEqualTo(Status.ABORTED);
  }

  @Test
  void aStepOfTheProjectsOwnKeepsItsWords() {
    TestExecutionResult own = TestExecutionResult.failed(new AssertionError("the inventory"));

    assertThat(judged(Verdict.inconclusive("the inventory"), own)).isSameAs(own);
    assertThat(judged(Verdict.passed("seen"), own)).isSameAs(own);
  }

  @Test
  void withoutAVerdictNothingPasses() {
    assertThat(Judged.result("tor1", Optional.empty(), FINE).getStatus()).isEqualTo(Status.FAILED);
  }
}
