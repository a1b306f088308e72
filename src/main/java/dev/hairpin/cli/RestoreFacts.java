package dev.hairpin.cli;

import dev.hairpin.lab.SweepReport;
import dev.hairpin.lab.UndoReport;
import java.util.List;
import java.util.stream.Stream;

/**
 * What restoring came to, for machines.
 *
 * @param undone what was undone
 * @param left what is still to be undone, each with the reason
 * @param unread what of journals can't be read, each with the run's id; such a journal is kept
 */
record RestoreFacts(List<String> undone, List<String> left, List<String> unread) {
  static RestoreFacts of(SweepReport report) {
    return new RestoreFacts(
        report.runs().stream().flatMap(each -> each.done().stream()).map(Object::toString).toList(),
        Stream.concat(
                report.runs().stream().map(UndoReport::failures).flatMap(List::stream),
                report.failures().stream())
            .map(Object::toString)
            .toList(),
        report.runs().stream()
            .flatMap(run -> run.damage().stream().map(each -> run.runId() + ": " + each))
            .toList());
  }
}
