package dev.hairpin.suite;

import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.FileEntry;
import org.junit.platform.engine.reporting.ReportEntry;

/** Tells the JUnit platform of each scenario what was decided, not only what was thrown. */
final class JudgedListener implements EngineExecutionListener {
  private final String uplink;
  private final Verdicts verdicts;
  private final EngineExecutionListener platform;

  JudgedListener(String uplink, Verdicts verdicts, EngineExecutionListener platform) {
    this.uplink = uplink;
    this.verdicts = verdicts;
    this.platform = platform;
  }

  @Override
  public void executionFinished(TestDescriptor test, TestExecutionResult thrown) {
    TestExecutionResult result = test.isTest() ? verdicts.judge(uplink, thrown) : thrown;
    platform.executionFinished(test, result);
  }

  @Override
  public void dynamicTestRegistered(TestDescriptor test) {
    platform.dynamicTestRegistered(test);
  }

  @Override
  public void executionSkipped(TestDescriptor test, String reason) {
    platform.executionSkipped(test, reason);
  }

  @Override
  public void executionStarted(TestDescriptor test) {
    platform.executionStarted(test);
  }

  @Override
  public void reportingEntryPublished(TestDescriptor test, ReportEntry entry) {
    platform.reportingEntryPublished(test, entry);
  }

  @Override
  public void fileEntryPublished(TestDescriptor test, FileEntry entry) {
    platform.fileEntryPublished(test, entry);
  }
}
