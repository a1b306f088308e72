package dev.hairpin.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One check that did not pass, in five lines, each wrapped where it is long: the verdict, the
 * reason, the way of the first probe that went otherwise, the evidence, and the command that shows
 * the rest.
 */
final class StoryOnTerminal {
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
    CheckStory.firstProbe(check).ifPresent(each -> add(lines, "probe     ", each));
    check
        .evidence()
        .forEach(each -> lines.add("  evidence  " + PlainText.line(folder + "/" + each)));
    String command = "hairpin report show --check " + check.id() + " " + folder;
    lines.add("  more      " + PlainText.line(command));
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
