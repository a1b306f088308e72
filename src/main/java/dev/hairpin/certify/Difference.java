package dev.hairpin.certify;

import dev.hairpin.report.PlainText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** How one list of phrases differs from another, in a few words. Their order doesn't count. */
final class Difference {
  private static final int NAMED = 3;
  private static final int LONGEST = 120;

  private Difference() {}

  /** Nothing where both have the same. */
  static Optional<String> of(Collection<String> wanted, Collection<String> stated) {
    List<String> parts = new ArrayList<>();
    part(parts, "it lacks ", without(wanted, stated));
    part(parts, "it has beside ", without(stated, wanted));
    return parts.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", parts));
  }

  private static List<String> without(Collection<String> all, Collection<String> taken) {
    return all.stream().filter(each -> !taken.contains(each)).distinct().toList();
  }

  private static void part(List<String> parts, String what, List<String> phrases) {
    if (phrases.isEmpty()) {
      return;
    }
    String named =
        phrases.stream()
            .limit(NAMED)
            .map(each -> "'" + PlainText.clipped(PlainText.line(each), LONGEST) + "'")
            .collect(Collectors.joining(", "));
    int more = phrases.size() - NAMED;
    parts.add(what + named + (more > 0 ? " and %d more".formatted(more) : ""));
  }
}
