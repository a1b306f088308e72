package dev.hairpin.report;

import dev.hairpin.verdict.Diagnosis;
import dev.hairpin.verdict.Outcome;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A run in short as Markdown, as GitHub, GitLab and Gitea show it in a merge request. */
public final class SummaryMarkdown {
  private final StringBuilder page = new StringBuilder();

  private SummaryMarkdown() {}

  /** The text, ending with a line end. */
  public static String write(RunSummary summary) {
    SummaryMarkdown markdown = new SummaryMarkdown();
    markdown.head(summary);
    markdown.attention(summary.attention());
    summary.comparison().ifPresent(markdown::comparison);
    markdown.environment(summary);
    return markdown.page.toString();
  }

  private void head(RunSummary summary) {
    line("### Hairpin, lab %s", summary.lab().name());
    line("");
    line("**%s**", summary.verdict());
    line("");
    page.append(
            Arrays.stream(Outcome.values())
                .filter(each -> summary.totals().of(each) > 0)
                .map(each -> Words.sign(each) + " " + summary.totals().of(each) + " " + each.id())
                .collect(Collectors.joining(" · ")))
        .append('\n');
    line("");
    // A link of another kind (javascript:) is no link to a report.
    Optional<String> link = summary.url().filter(each -> each.matches("https?://[^\\s()<>]+"));
    line("Run %s, exit status %s.", summary.run().id(), summary.run().exit());
    link.ifPresent(each -> page.append("[The whole report](").append(each).append(").\n"));
  }

  private void attention(List<RunSummary.Check> checks) {
    if (checks.isEmpty()) {
      return;
    }
    line("");
    line("| check | uplink | outcome | why |");
    line("|---|---|---|---|");
    for (RunSummary.Check each : checks) {
      String waiver =
          each.waiver().map(CheckResult.Waived::reason).map(why -> " Waived: " + why).orElse("");
      line(
          "| %s | %s | " + Words.sign(each.outcome()) + " %s | %s |",
          each.id(),
          each.uplink(),
          each.outcome().id()
              + each.diagnosis().map(Diagnosis::id).map(id -> " (" + id + ")").orElse(""),
          WaivedReason.alone(each.reason(), each.waiver()) + waiver);
    }
  }

  private void comparison(Comparison comparison) {
    line("");
    line("#### Since run %s", comparison.before());
    line("");
    changes("broke", comparison.broke());
    changes("recovered", comparison.recovered());
    changes("changed", comparison.changed());
    changes("new", comparison.appeared());
    changes("gone", comparison.gone());
    for (Comparison.Slower each : comparison.slower()) {
      line("- **slower** %s on %s: %s", each.id(), each.uplink(), ReportCompare.words(each));
    }
    line("- %s the same", comparison.same());
  }

  private void changes(String title, List<Comparison.Change> changes) {
    for (Comparison.Change each : changes) {
      line(
          "- **" + title + "** %s on %s: %s → %s",
          each.id(),
          each.uplink(),
          ReportCompare.state(each.before(), each.diagnosisBefore()),
          ReportCompare.state(each.after(), each.diagnosisAfter()));
    }
  }

  private void environment(RunSummary summary) {
    line("");
    line("<details><summary>Tested</summary>");
    line("");
    line("- Hairpin %s, kernel %s", summary.run().version(), summary.lab().host().kernel());
    for (LabInfo.Uplink each : summary.lab().uplinks()) {
      line(
          "- %s: %s (%s) to %s, %s, %s",
          each.name(),
          each.nic(),
          each.driver(),
          each.port(),
          each.switchInfo().profile(),
          each.switchInfo().system());
    }
    line("");
    line("</details>");
  }

  private void line(String pattern, Object... values) {
    Object[] escaped = Arrays.stream(values).map(each -> escaped(String.valueOf(each))).toArray();
    page.append(values.length == 0 ? pattern : pattern.formatted(escaped)).append('\n');
  }

  /** Text from outside can't become markup, a table's cell, or a call to a person. */
  static String escaped(String text) {
    return PlainText.line(text)
        .replaceAll("[\\\\`*_{}\\[\\]()#+!|~$-]", "\\\\$0")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("@", "&#64;");
  }
}
