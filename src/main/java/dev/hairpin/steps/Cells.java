package dev.hairpin.steps;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The cells of a step's table, by the name of their column. */
final class Cells {
  private Cells() {}

  /**
   * What a row says in a column.
   *
   * @throws IllegalArgumentException when it says nothing there
   */
  static String of(Map<String, String> row, String column) {
    @Nullable String cell = row.get(column);
    if (cell == null) {
      throw new IllegalArgumentException(
          "the step's table says nothing under '%s' in the row %s".formatted(column, row));
    }
    return cell;
  }
}
