package dev.hairpin.suite;

import dev.hairpin.lab.WaivableChecks;
import dev.hairpin.run.Plan;
import dev.hairpin.run.PlanListener;
import dev.hairpin.run.Scenarios;
import dev.hairpin.run.UsageException;
import io.cucumber.junit.platform.engine.CucumberTestEngine;
import io.cucumber.plugin.Plugin;
import java.util.List;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestExecutionResult;

/** The scenarios of a suite, driven by Cucumber's engine. */
final class SuiteScenarios implements Scenarios {
  private final SuiteDescriptor suite;
  private final CucumberTestEngine cucumber;
  private final ExecutionRequest request;
  private final Verdicts verdicts;

  SuiteScenarios(
      SuiteDescriptor suite,
      CucumberTestEngine cucumber,
      ExecutionRequest request,
      Verdicts verdicts) {
    this.suite = suite;
    this.cucumber = cucumber;
    this.request = request;
    this.verdicts = verdicts;
  }

  @Override
  public Plan plan() throws UsageException {
    UplinkTests any = suite.uplinks().get(0);
    PlanListener plan = new PlanListener();
    any.parameters().dry(true);
    try {
      execute(any, EngineExecutionListener.NOOP, plan);
    } finally {
      any.parameters().dry(false);
    }
    return plan.plan("the features of this suite", any.parameters().tags());
  }

  /** Another suite of the project may share the lab file, and have the other checks. */
  @Override
  public WaivableChecks waivable(Plan plan) {
    return WaivableChecks.ANY;
  }

  @Override
  public void run(String uplink, Plugin... listeners) {
    suite.uplinks().stream()
        .filter(each -> each.uplink().equals(uplink))
        .forEach(each -> runOn(each, listeners));
  }

  private void runOn(UplinkTests tests, Plugin... listeners) {
    EngineExecutionListener platform = request.getEngineExecutionListener();
    platform.executionStarted(tests.descriptor());
    execute(tests, new JudgedListener(tests.uplink(), verdicts, platform), listeners);
    platform.executionFinished(tests.descriptor(), TestExecutionResult.successful());
  }

  private void execute(UplinkTests tests, EngineExecutionListener heard, Plugin... listeners) {
    ExecutionRequest onUplink =
        ExecutionRequest.create(
            tests.scenarios(),
            heard,
            tests.parameters(),
            request.getOutputDirectoryCreator(),
            request.getStore(),
            request.getCancellationToken());
    ListenersPlugin.hearing(List.of(listeners), () -> cucumber.execute(onUplink));
  }
}
