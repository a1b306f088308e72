package dev.hairpin.switches;

import java.util.List;

/**
 * What a device answered to one command.
 *
 * @param lines without echo and prompt
 * @param last the line it ended on: the prompt, or a question
 */
record CliAnswer(List<String> lines, String last) {
  private static final int LONGEST_SHOWN = 200;

  String text() {
    return String.join("\n", lines);
  }

  /** The last line that says something, as messages show it. */
  String lastSeen() {
    String seen = last;
    for (int index = lines.size() - 1; index >= 0 && seen.isBlank(); index--) {
      seen = lines.get(index);
    }
    return seen.isBlank() ? "nothing" : "'" + shortened(seen.strip()) + "'";
  }

  /** The end of a line too long for a message. */
  static String shortened(String line) {
    return line.length() <= LONGEST_SHOWN
        ? line
        : "..." + line.substring(line.length() - LONGEST_SHOWN);
  }
}
