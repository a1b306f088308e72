package dev.hairpin.yaml;

import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * Where in the file a character of a scalar's value stands: escapes take more room than they give.
 */
final class ScalarPlace {
  private ScalarPlace() {}

  /**
   * The column, from 1, of the value's character {@code index}; the scalar's own column where it
   * goes over several lines.
   */
  static int column(ScalarNode node, String text, int index) {
    Mark start = node.getStartMark();
    int first = start.getColumn() + 1;
    String[] lines = text.split("\n", -1);
    boolean block =
        node.getScalarStyle() == ScalarStyle.LITERAL || node.getScalarStyle() == ScalarStyle.FOLDED;
    if (block
        || start.getLine() != node.getEndMark().getLine()
        || start.getLine() >= lines.length) {
      return first;
    }
    int[] line = lines[start.getLine()].codePoints().toArray();
    int at = start.getColumn();
    if (node.getScalarStyle() != ScalarStyle.PLAIN) {
      at++;
    }
    for (int left = index; left > 0 && at < line.length; left--) {
      at += width(line, at, node.getScalarStyle());
    }
    return at + 1;
  }

  private static int width(int[] line, int at, ScalarStyle style) {
    boolean doubled = style == ScalarStyle.SINGLE_QUOTED && line[at] == '\'';
    if (doubled) {
      return 2;
    }
    if (style != ScalarStyle.DOUBLE_QUOTED || line[at] != '\\' || at + 1 >= line.length) {
      return 1;
    }
    return switch (line[at + 1]) {
      case 'x' -> 4;
      case 'u' -> 6;
      case 'U' -> 10;
      default -> 2;
    };
  }
}
