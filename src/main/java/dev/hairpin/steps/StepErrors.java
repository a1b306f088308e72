package dev.hairpin.steps;

import io.cucumber.core.exception.CucumberException;
import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.TestCaseStarted;
import io.cucumber.plugin.event.TestStepFinished;

/**
 * Hears what steps throw, so that a step that broke down makes its check inconclusive and says why:
 * its own, and no other.
 */
public final class StepErrors implements ConcurrentEventListener {
  @Override
  public void setEventPublisher(EventPublisher publisher) {
    publisher.registerHandlerFor(TestCaseStarted.class, event -> Stage.current().begin());
    publisher.registerHandlerFor(TestStepFinished.class, StepErrors::step);
  }

  private static void step(TestStepFinished event) {
    Throwable thrown = event.getResult().getError();
    if (thrown != null && !tellsVerdict(thrown)) {
      Stage.current().unexpected(thrown);
    }
  }

  /** Whether it was thrown to end a scenario whose verdict is known. */
  public static boolean tellsVerdict(Throwable thrown) {
    return thrown instanceof CheckFailedError || thrown instanceof CheckUndecidedException;
  }

  /** What a step threw, in words for whoever wrote the scenario. */
  static String words(Throwable thrown) {
    if (thrown instanceof CucumberException) {
      for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
        if (cause instanceof NumberFormatException || cause instanceof ArithmeticException) {
          return "a number in the step is greater than %d, the greatest that a step takes (%s)"
              .formatted(Integer.MAX_VALUE, cause.getMessage());
        }
      }
    }
    return thrown.getMessage() == null ? thrown.toString() : thrown.getMessage();
  }
}
