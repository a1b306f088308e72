package dev.hairpin.verdict;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What holds when everything that was recorded passed, in one sentence. */
final class PassedSentence {
  private PassedSentence() {}

  /** Trials of the same claims are named together. */
  static String of(List<? extends Recorded> passed) {
    Map<List<String>, List<String>> titles = new LinkedHashMap<>();
    passed.stream()
        .filter(each -> !each.title().isEmpty())
        .forEach(
            each ->
                titles
                    .computeIfAbsent(each.claims(), claims -> new ArrayList<>())
                    .add(each.title()));
    List<String> parts =
        titles.entrySet().stream()
            .map(entry -> named(entry.getValue()) + Wording.and(entry.getKey()))
            .collect(Collectors.toCollection(ArrayList::new));
    List<String> alone = alone(passed);
    if (!alone.isEmpty()) {
      parts.add(Wording.and(alone));
    }
    return String.join("; ", parts) + ".";
  }

  private static String named(List<String> titles) {
    int last = titles.size() - 1;
    return last < 2
        ? Wording.and(titles) + ": "
        : titles.size()
            + " trials, from '"
            + titles.get(0)
            + "' to '"
            + titles.get(last)
            + "', each: ";
  }

  private static List<String> alone(List<? extends Recorded> passed) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    passed.stream()
        .filter(each -> each.title().isEmpty())
        .flatMap(each -> each.claims().stream())
        .forEach(claim -> counts.merge(claim, 1, Integer::sum));
    return counts.entrySet().stream()
        .map(
            entry ->
                entry.getKey()
                    + (entry.getValue() > 1 ? " (" + Quantity.times(entry.getValue()) + ")" : ""))
        .toList();
  }
}
