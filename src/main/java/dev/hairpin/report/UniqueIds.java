package dev.hairpin.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Gives each check of an uplink an id of its own. Readers of JUnit files merge cases of one name: a
 * report with two of them looks right and is wrong.
 */
final class UniqueIds {
  private UniqueIds() {}

  static List<CheckResult> of(List<CheckResult> checks, List<String> notes) {
    Set<List<String>> taken = new HashSet<>();
    checks.forEach(each -> taken.add(key(each.id(), each.uplink())));
    Set<List<String>> used = new HashSet<>();
    List<CheckResult> unique = new ArrayList<>();
    for (CheckResult check : checks) {
      if (used.add(key(check.id(), check.uplink()))) {
        unique.add(check);
        continue;
      }
      String id = free(check, taken);
      used.add(key(id, check.uplink()));
      unique.add(check.withId(id));
      notes.add(
          "The id '%s' stands twice on uplink %s; the one of %s is reported as '%s'."
              .formatted(check.id(), check.uplink(), check.location(), id));
    }
    return unique;
  }

  private static String free(CheckResult check, Set<List<String>> taken) {
    int number = 2;
    while (!taken.add(key(check.id() + "-" + number, check.uplink()))) {
      number++;
    }
    return check.id() + "-" + number;
  }

  private static List<String> key(String id, String uplink) {
    return List.of(id, uplink);
  }
}
