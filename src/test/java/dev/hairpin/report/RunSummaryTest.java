package dev.hairpin.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunSummaryTest {
  private final Results before = Example.run(Example.passed("vepa-a", "tor1"));
  private final Results after =
      Example.run(
          Example.failed("vepa-a", "tor1"),
          Example.inconclusive("vepa-b", "tor1"),
          Example.waived("private-c", "tor1"),
          Example.passed("vepa-d", "tor1"));

  @Test
  void asMarkdown() throws Exception {
    RunSummary summary =
        RunSummary.of(
            after,
            Optional.of(ReportCompare.of(before, after)),
            Optional.of("https://ci.example/report.html"));
    Golden.assertSame("summary.md", SummaryMarkdown.write(summary));
  }

  @Test
  void asJsonForAWebhook() throws Exception {
    Golden.assertSame(
        "summary.json", ResultsJson.any(RunSummary.of(after, Optional.empty(), Optional.empty())));
  }

  @Test
  void whatASwitchSaidIsNoMarkup() {
    String evil = "<b>@all</b> | [x](javascript:y) `z`\n# big";
    Results results = Example.run(Example.named(Example.failed("vepa-a", "tor1"), "c", evil));
    String text =
        SummaryMarkdown.write(
            RunSummary.of(results, Optional.empty(), Optional.of("javascript:alert(1)")));
    assertThat(text)
        .doesNotContain("<b>", "@all", "](", "\n# big", "javascript:alert")
        .contains("&lt;b&gt;&#64;all", "\\|");
  }
}
