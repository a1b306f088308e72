package dev.hairpin.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One check that did not pass, in a few lines. */
final class StoryOnTerminal {
  private static final int DEVIATIONS = 6;

  private final CheckResult check;
  private final Paint paint;
  private final Path folder;

  StoryOnTerminal(CheckResult check, Paint paint, Path folder) {
    this.check = check;
    this.paint = paint;
    this.folder = folder;
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(title());
    lines.addAll(PlainText.wrapped("  ", WaivedReason.alone(check), VerdictTable.WIDTH));
    check.waiver().ifPresent(each -> add(lines, "waived    ", CheckStory.waiver(check)));
    List<String> deviations = CheckStory.deviations(check);
    for (String each : deviations.subList(0, Math.min(DEVIATIONS, deviations.size()))) {
      add(lines, each.substring(0, 10), each.substring(10));
    }
    check
        .evidence()
        .forEach(each -> lines.add("  evidence  " + PlainText.line(folder + "/" + each)));
    if (deviations.size() > DEVIATIONS || !check.transcript().isEmpty()) {
      String command = "hairpin report show --check " + check.id() + " " + folder;
      lines.add("  more      " + PlainText.line(command));
    }
    return lines;
  }

  private String title() {
    String verdict = PlainText.line(CheckStory.verdict(check));
    return paint.outcome(check.outcome(), verdict)
        + "  "
        + paint.bold(PlainText.line(check.id() + " on " + check.uplink()));
  }

  private static void add(List<String> lines, String label, String text) {
    lines.addAll(PlainText.wrapped("  " + label, text, VerdictTable.WIDTH));
  }
}
