package dev.hairpin.steps;

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
}
