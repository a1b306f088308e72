package dev.hairpin.switches;

import java.util.List;

/**
 * What a device answered to one command.
 *
 * @param lines without echo and prompt
 * @param last the line it ended on: the prompt, or a question
 */
record CliAnswer(List<String> lines, String last) {
  String text() {
    return String.join("\n", lines);
  }
}
