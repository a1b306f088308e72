package dev.hairpin.report;

import java.util.ArrayList;
import java.util.List;

/** Text for a terminal. */
public final class PlainText {
  private PlainText() {}

  /**
   * One line without control characters, so that what a switch or a file said cannot steer the
   * terminal.
   */
  public static String line(String text) {
    return XmlText.legal(text).replaceAll("[\\t\\r\\n]+", " ");
  }

  /** At most so many characters, the last one … where something was left out. */
  public static String clipped(String text, int width) {
    return text.length() <= width ? text : text.substring(0, width - 1) + "…";
  }

  /** Filled up with blanks on the right. */
  public static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }

  /**
   * A sentence in lines of at most so many characters; a word that is longer than a line, such as a
   * path, stands whole on one of its own.
   *
   * @param first what the first line starts with; the others are indented alike
   */
  public static List<String> wrapped(String first, String text, int width) {
    List<String> lines = new ArrayList<>();
    String indent = " ".repeat(first.length());
    StringBuilder line = new StringBuilder(first);
    boolean empty = true;
    for (String word : line(text).split(" +")) {
      if (!empty && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line = new StringBuilder(indent);
        empty = true;
      }
      line.append(empty ? "" : " ").append(word);
      empty = false;
    }
    lines.add(line.toString());
    return lines;
  }
}
