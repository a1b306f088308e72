package dev.hairpin.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What each check must come to with each fault: {@code faults.txt}. A check that a fault's
 * paragraph doesn't name comes out as on an honest switch.
 */
final class FaultTable {
  /** The checks that every fault is tried with. */
  static final String FAST = "not @guest";

  private FaultTable() {}

  /**
   * One paragraph.
   *
   * @param fault as {@code --fault} takes it
   * @param tags which checks are run
   * @param outcomes by check: {@code passed}, or {@code failed lost}; several where it depends on
   *     the moment
   */
  record Row(String fault, String tags, Map<String, Set<String>> outcomes) {
    /** Whether it is there to be caught, not to be passed. */
    boolean caught() {
      return outcomes.values().stream()
          .anyMatch(each -> each.stream().noneMatch(FaultTable::harmless));
    }

    @Override
    public String toString() {
      return fault;
    }
  }

  static boolean harmless(String outcome) {
    return outcome.startsWith("passed") || outcome.startsWith("waived");
  }

  /** All paragraphs. */
  static List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (String paragraph : text().replaceAll("(?m)^#.*\n", "").strip().split("\n\n+")) {
      rows.add(row(paragraph.lines().toList()));
    }
    return rows;
  }

  private static Row row(List<String> lines) {
    String[] heading = lines.get(0).split(" +with +", 2);
    Map<String, Set<String>> outcomes = new TreeMap<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] parts = line.strip().split(" *: *", 2);
      Set<String> allowed = new TreeSet<>(Arrays.asList(parts[0].split(" *\\| *")));
      for (String check : parts[1].split(" +")) {
        if (outcomes.put(check, allowed) != null) {
          throw new IllegalArgumentException(lines.get(0) + " names " + check + " twice");
        }
      }
    }
    return new Row(heading[0], heading.length == 2 ? heading[1] : FAST, outcomes);
  }

  private static String text() {
    try (var stream = FaultTable.class.getResourceAsStream("faults.txt")) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }
}
