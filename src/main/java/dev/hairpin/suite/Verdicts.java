package dev.hairpin.suite;

import dev.hairpin.report.CheckResult;
import dev.hairpin.run.Progress;
import dev.hairpin.verdict.Outcome;
import dev.hairpin.verdict.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.junit.platform.engine.TestExecutionResult;

/** What each scenario came to when it ended, and which of them were told as failed then. */
final class Verdicts implements Progress {
  private record Ended(String check, Verdict verdict) {}

  private record Failure(String uplink, String check) {}

  private final Map<String, Ended> last = new ConcurrentHashMap<>();
  private final List<Failure> failures = Collections.synchronizedList(new ArrayList<>());
  private final Consumer<String> notes;

  /** Verdicts of a run; what the user must know beside them goes to {@code notes}. */
  Verdicts(Consumer<String> notes) {
    this.notes = notes;
  }

  /** What the platform is told of the scenario that has just ended on an uplink. */
  TestExecutionResult judge(String uplink, TestExecutionResult thrown) {
    Optional<Ended> ended = Optional.ofNullable(last.remove(uplink));
    TestExecutionResult result = Judged.result(uplink, ended.map(Ended::verdict), thrown);
    if (result.getStatus() == TestExecutionResult.Status.FAILED) {
      ended.ifPresent(each -> failures.add(new Failure(uplink, each.check())));
    }
    return result;
  }

  /** Those of the run's results that are bad, and that the platform was not told of. */
  List<CheckResult> untold(List<CheckResult> results) {
    List<Failure> told = new ArrayList<>(failures);
    return results.stream()
        .filter(each -> each.outcome() == Outcome.FAILED || each.outcome() == Outcome.INCONCLUSIVE)
        .filter(each -> !told.remove(new Failure(each.uplink(), each.id())))
        .toList();
  }

  /** Whether the platform was told of no failure at all. */
  boolean nothingFailed() {
    return failures.isEmpty();
  }

  @Override
  public void phase(String what) {}

  @Override
  public void note(String note) {
    notes.accept(note);
  }

  @Override
  public void started(String uplink, String check) {
    last.remove(uplink);
  }

  @Override
  public void finished(String uplink, String check, Verdict verdict, int done, int total) {
    last.put(uplink, new Ended(check, verdict));
  }
}
