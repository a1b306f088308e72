package dev.hairpin.steps;

import dev.hairpin.capture.CapturePoint;
import dev.hairpin.verdict.Finding;
import io.cucumber.java.After;
import io.cucumber.java.Before;
import io.cucumber.java.BeforeStep;
import io.cucumber.java.Scenario;
import io.cucumber.java.Status;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.opentest4j.TestAbortedException;

/**
 * What stands around each scenario: a lab that can't be used decides nothing, and every end is
 * recorded.
 */
public final class Hooks {
  private final CheckScope check;
  private final Stage stage = Stage.current();
  private final Instant started = Instant.now();
  private final long firstSighting;

  public Hooks(CheckScope check) {
    this.check = check;
    this.firstSighting = check.uplink().log().size();
  }

  @Before
  public void usable() {
    interrupted();
    check
        .uplink()
        .trouble()
        .ifPresent(trouble -> check.find(Finding.inconclusive("the uplink can be used", trouble)));
  }

  @BeforeStep
  public void interrupted() {
    if (stage.interrupted()) {
      check.find(Finding.inconclusive("the claim holds", "the run was interrupted"));
    }
  }

  /** Behind the hooks of others, whose order is higher: what they throw belongs to this check. */
  @After(order = Integer.MIN_VALUE)
  public void finished(Scenario scenario) {
    stage.goOn();
    stage.takeUnexpected().ifPresent(thrown -> check.note(finding(thrown)));
    // What the failed step threw stays in Cucumber's messages: they get this beside it.
    RelayAfterFailure.look(check, stage::interrupted)
        .ifPresent(changed -> scenario.log(changed.verdict().reason()));
    if (scenario.getStatus() != Status.PASSED) {
      // It ended before it came to ask anything of them.
      check.forgetUnasked();
    } else if (!check.claims()) {
      check.note(
          Finding.inconclusive(
              "the scenario can be judged",
              "it claims nothing: no step of it was held against a frame or an answer"));
    }
    check
        .uplink()
        .endCheck()
        .forEach(
            left ->
                check.note(
                    Finding.inconclusive("the check leaves the uplink as it found it", left)));
    stage.finished(
        new FinishedCheck(
            stage.ids().at(scenario.getUri().toString(), scenario.getLine()),
            scenario.getUri().toString(),
            scenario.getLine(),
            scenario.getName(),
            List.copyOf(scenario.getSourceTagNames()),
            check.close(),
            firstSighting,
            check.uplink().log().size(),
            places(),
            started,
            Duration.between(started, Instant.now()),
            check.measurements()));
  }

  private List<CapturePoint> places() {
    try {
      return check.uplink().points();
    } catch (IOException gone) {
      // The evidence then names only the places that saw something.
      return List.of();
    }
  }

  private Finding finding(Throwable thrown) {
    String message = StepErrors.words(thrown);
    if (!(thrown instanceof TestAbortedException)) {
      return Finding.inconclusive("the claim holds", message);
    }
    // What looks like a feature that the switch lacks may be a cable that somebody has pulled.
    return check
        .uplink()
        .nicTrouble()
        .map(gone -> Finding.inconclusive("the claim holds", gone))
        .orElseGet(() -> Finding.skipped("the claim holds", message));
  }
}
