package dev.hairpin.lab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a sweep came to.
 *
 * @param runs what was undone of each dead run
 * @param namespaces network namespaces that no run's journal named, deleted
 * @param failures what else could not be done, one sentence each
 */
public record SweepReport(List<UndoReport> runs, List<String> namespaces, List<String> failures) {
  /** Whether there was nothing to sweep. */
  public boolean empty() {
    return runs.isEmpty() && namespaces.isEmpty() && failures.isEmpty();
  }

  /** Whether nothing is left to undo. */
  public boolean complete() {
    return failures.isEmpty() && runs.stream().allMatch(each -> each.complete() && !each.lost());
  }

  /** One line for a person; empty when there was nothing to sweep. */
  public String line() {
    List<String> parts = new ArrayList<>();
    if (!runs.isEmpty()) {
      String names = String.join(", ", runs.stream().map(UndoReport::runId).toList());
      parts.add(
          "cleaned up after %s %s (%s)"
              .formatted(runs.size() == 1 ? "run" : "runs", names, counted()));
    }
    if (!namespaces.isEmpty()) {
      parts.add("deleted forgotten namespaces " + String.join(", ", namespaces));
    }
    runs.stream().filter(UndoReport::torn).forEach(run -> parts.add(torn(run)));
    List<String> left = new ArrayList<>(failures);
    runs.forEach(run -> run.failures().forEach(failure -> left.add(failure.toString())));
    if (!left.isEmpty()) {
      parts.add("still to do: " + String.join("; ", left) + " (`hairpin restore` tries again)");
    }
    runs.stream().filter(run -> !run.damage().isEmpty()).forEach(run -> parts.add(damaged(run)));
    return String.join("; ", parts);
  }

  private static String torn(UndoReport run) {
    return "the journal of run %s ends in the middle of a line, as after a crash: what that line planned was never done"
        .formatted(run.runId());
  }

  /** A journal that can't be read whole is for a person: it is kept, and told each time. */
  private static String damaged(UndoReport run) {
    return "the journal of run %s can't be read whole: %s%s"
        .formatted(
            run.runId(),
            String.join(", ", run.damage()),
            run.lost()
                ? ". It is kept. Next: 'hairpin restore' of the version that wrote it; or see to switch and host by hand and then delete the directory runs/%s in the state directory"
                    .formatted(run.runId())
                : "");
  }

  private String counted() {
    Map<String, Integer> counts = new LinkedHashMap<>();
    runs.stream()
        .flatMap(run -> run.done().stream())
        .forEach(undo -> counts.merge(noun(undo), 1, Integer::sum));
    if (counts.isEmpty()) {
      return "nothing undone";
    }
    return String.join(
        ", ",
        counts.entrySet().stream()
            .map(each -> each.getKey() + (each.getValue() == 1 ? "" : " ×" + each.getValue()))
            .toList());
  }

  private static String noun(Undo undo) {
    if (undo instanceof Undo.LinkDelete) {
      return "link";
    } else if (undo instanceof Undo.LinkUp) {
      return "link set up";
    } else if (undo instanceof Undo.ProcessKill) {
      return "processes";
    } else if (undo instanceof Undo.NamespaceDelete) {
      return "network namespace";
    } else if (undo instanceof Undo.DirectoryDelete) {
      return "directory";
    }
    return "reflective relay";
  }
}
