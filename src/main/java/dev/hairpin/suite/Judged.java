package dev.hairpin.suite;

import dev.hairpin.steps.StepErrors;
import dev.hairpin.verdict.Diagnosis;
import dev.hairpin.verdict.Verdict;
import java.util.Optional;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/**
 * A verdict in the words of the JUnit platform, which knows three: undecided is failed there, and
 * waived is aborted, for neither may be taken for passed.
 */
final class Judged {
  private Judged() {}

  /**
   * What a scenario came to.
   *
   * @param judged its verdict; none where it came to none
   * @param thrown as Cucumber has it
   */
  static TestExecutionResult result(
      String uplink, Optional<Verdict> judged, TestExecutionResult thrown) {
    if (thrown.getThrowable().filter(each -> !StepErrors.tellsVerdict(each)).isPresent()) {
      return thrown;
    }
    if (judged.isEmpty()) {
      return thrown.getStatus() == Status.SUCCESSFUL
          ? TestExecutionResult.failed(
              new AssertionFailedError("inconclusive: nothing was judged in this scenario"))
          : thrown;
    }
    Verdict verdict = judged.get();
    return switch (verdict.outcome()) {
      case PASSED -> thrown;
      // Whatever was thrown: a verdict may come to something else than the step that ended it.
      case FAILED, INCONCLUSIVE -> failed(uplink, verdict, thrown);
      case WAIVED, SKIPPED ->
          TestExecutionResult.aborted(new TestAbortedException(words(uplink, verdict)));
    };
  }

  private static TestExecutionResult failed(
      String uplink, Verdict verdict, TestExecutionResult thrown) {
    return TestExecutionResult.failed(
        new AssertionFailedError(words(uplink, verdict), thrown.getThrowable().orElse(null)));
  }

  private static String words(String uplink, Verdict verdict) {
    String diagnosis = verdict.diagnosis().map(Diagnosis::id).map(each -> ", " + each).orElse("");
    return "%s on %s%s: %s".formatted(verdict.outcome().id(), uplink, diagnosis, verdict.reason());
  }
}
