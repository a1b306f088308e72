package dev.hairpin.suite;

import dev.hairpin.report.CheckResult;
import dev.hairpin.run.Run;
import dev.hairpin.verdict.Diagnosis;
import java.util.ArrayList;
import java.util.List;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.opentest4j.AssertionFailedError;

/**
 * A last test: what turned out only when all scenarios had ended. A late copy has flipped a
 * verdict, a switch isn't as it was found, the report could not be written.
 */
final class RunEnd extends AbstractTestDescriptor {
  RunEnd(UniqueId suite) {
    super(
        suite.append("test", "end"),
        "Nothing changed after the scenarios, and the lab is put back");
  }

  @Override
  public Type getType() {
    return Type.TEST;
  }

  static TestExecutionResult result(Run.Finished run, Verdicts verdicts) {
    List<String> bad = new ArrayList<>();
    verdicts.untold(run.results().checks()).forEach(each -> bad.add(line(each)));
    run.unwritten().ifPresent(bad::add);
    if (bad.isEmpty() && run.results().run().exit() != 0 && verdicts.nothingFailed()) {
      bad.add("nothing was decided: no scenario passed or is waived");
    }
    return bad.isEmpty()
        ? TestExecutionResult.successful()
        : TestExecutionResult.failed(new AssertionFailedError(String.join("\n", bad)));
  }

  private static String line(CheckResult check) {
    return "%s on %s: %s%s: %s"
        .formatted(
            check.id(),
            check.uplink(),
            check.outcome().id(),
            check.diagnosis().map(Diagnosis::id).map(each -> ", " + each).orElse(""),
            check.reason());
  }
}
