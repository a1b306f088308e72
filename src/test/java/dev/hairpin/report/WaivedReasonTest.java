package dev.hairpin.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hairpin.verdict.Diagnosis;
import dev.hairpin.verdict.Verdict;
import dev.hairpin.verdict.Waiver;
import dev.hairpin.verdict.Waivers;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WaivedReasonTest {
  private static final String WHY = "Linux filters a private sender on broadcast only";

  /** As the judge words it. */
  private static CheckResult waived() {
    return Example.reasoned(
        Example.waived("private-unicast-isolated", "tor1"),
        "B saw it. Accepted here until 2027-06-30: " + WHY + ".");
  }

  private static int count(String text) {
    return text.replaceAll("\\s+", " ").split(WHY, -1).length - 1;
  }

  @Test
  void aStoryTellsAWaiversReasonOnce() {
    Results run = Example.run(waived());
    assertThat(count(String.join(" ", VerdictTable.of(run, Path.of("r"), false)))).isEqualTo(1);
    assertThat(count(String.join("\n", CheckStory.whole(waived())))).isEqualTo(1);
    assertThat(count(SummaryMarkdown.write(RunSummary.of(run, Optional.empty(), Optional.empty()))))
        .isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"It leaks", "It leaks.", "It leaks!", " It (leaks). "})
  void findsTheSentenceThatTheJudgeAdds(String why) {
    Waiver waiver = new Waiver(why, Optional.empty(), Optional.empty());
    Verdict verdict =
        Waivers.apply(
            Verdict.failed(Diagnosis.ISOLATION_LEAK, "B saw it."), waiver, LocalDate.EPOCH);
    assertThat(verdict.reason()).contains("Accepted here");
    assertThat(
            WaivedReason.alone(
                verdict.reason(), Optional.of(new CheckResult.Waived(why, Optional.empty()))))
        .isEqualTo("B saw it.");
  }

  @Test
  void anyOtherReasonStaysWhole() {
    assertThat(WaivedReason.alone("B saw it.", Optional.empty())).isEqualTo("B saw it.");
    CheckResult otherwise = Example.waived("a", "tor1");
    assertThat(WaivedReason.alone(otherwise)).isEqualTo(otherwise.reason());
  }
}
