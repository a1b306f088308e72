package dev.hairpin.steps;

import io.cucumber.datatable.DataTable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The cells of a step's table, by the name of their column. */
final class Cells {
  private Cells() {}

  /**
   * The rows of a table of these columns.
   *
   * @throws IllegalArgumentException when it has another one, which nobody would look at
   */
  static List<Map<String, String>> rows(DataTable table, String... columns) {
    List<Map<String, String>> rows = table.asMaps();
    List<String> heading = table.isEmpty() ? List.of() : table.row(0);
    for (String each : heading) {
      if (!List.of(columns).contains(each)) {
        throw new IllegalArgumentException(
            "the step's table has a column '%s'; it may have %s"
                .formatted(each, String.join(", ", columns)));
      }
    }
    return rows;
  }

  /**
   * A number in a column.
   *
   * @param most the largest it may be; 0 is the least
   * @throws IllegalArgumentException when it is none
   */
  static int number(Map<String, String> row, String column, int most) {
    String cell = of(row, column);
    try {
      int number = Integer.parseInt(cell);
      if (number >= 0 && number <= most) {
        return number;
      }
    } catch (NumberFormatException none) {
      // Said below.
    }
    throw new IllegalArgumentException(
        "'%s' under '%s' is not a number from 0 to %d".formatted(cell, column, most));
  }

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
