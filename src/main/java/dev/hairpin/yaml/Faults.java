package dev.hairpin.yaml;

import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.error.Mark;

/** Gathers the faults of one file. */
final class Faults {
  private final List<Fault> all = new ArrayList<>();
  private boolean partial;

  /** From now on a missing key is no fault: another file completes this one. */
  void partial() {
    partial = true;
  }

  boolean isPartial() {
    return partial;
  }

  void add(int line, int column, String offending, String message) {
    all.add(new Fault(line, column, offending, message));
  }

  void add(Mark mark, String offending, String message) {
    add(mark.getLine() + 1, mark.getColumn() + 1, offending, message);
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  List<Fault> all() {
    return List.copyOf(all);
  }
}
