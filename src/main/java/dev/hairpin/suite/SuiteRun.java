package dev.hairpin.suite;

import dev.hairpin.run.Interruption;
import dev.hairpin.run.Run;
import dev.hairpin.run.RunOptions;
import io.cucumber.junit.platform.engine.CucumberTestEngine;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;

/** A suite from the lab's coming up to the report. */
final class SuiteRun {
  private final SuiteDescriptor suite;
  private final CucumberTestEngine cucumber;
  private final ExecutionRequest request;
  private final EngineExecutionListener platform;

  SuiteRun(SuiteDescriptor suite, CucumberTestEngine cucumber, ExecutionRequest request) {
    this.suite = suite;
    this.cucumber = cucumber;
    this.request = request;
    this.platform = request.getEngineExecutionListener();
  }

  /** Runs it; whatever ends it early is the suite's failure. */
  void run() {
    platform.executionStarted(suite);
    TestExecutionResult result = TestExecutionResult.successful();
    if (!suite.uplinks().isEmpty()) {
      try {
        runInLab();
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        result = TestExecutionResult.failed(interrupted);
      } catch (Exception failed) {
        result = TestExecutionResult.failed(failed);
      }
    }
    platform.executionFinished(suite, result);
  }

  private void runInLab() throws Exception {
    RunOptions options = suite.settings().options();
    // As the launcher has it: a JNA library of the system's may be of another version.
    System.setProperty("jna.nosys", System.getProperty("jna.nosys", "true"));
    Verdicts verdicts = new Verdicts(this::publish);
    Interruption interruption = Interruption.watch(this::publish);
    try {
      SuiteScenarios scenarios = new SuiteScenarios(suite, cucumber, request, verdicts);
      Run.Finished finished = Run.of(options, scenarios, verdicts, interruption);
      end(finished, verdicts);
    } finally {
      interruption.allPutBack();
    }
  }

  private void end(Run.Finished finished, Verdicts verdicts) {
    RunEnd end = new RunEnd(suite.getUniqueId());
    suite.addChild(end);
    platform.dynamicTestRegistered(end);
    platform.executionStarted(end);
    platform.executionFinished(end, RunEnd.result(finished, verdicts));
  }

  private void publish(String note) {
    platform.reportingEntryPublished(suite, ReportEntry.from("hairpin", note));
  }
}
