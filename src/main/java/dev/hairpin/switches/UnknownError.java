package dev.hairpin.switches;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Error messages that no profile told of. Command lines of all makers complain in much the same
 * words; an answer that is short and has one of them says nothing about a port.
 */
final class UnknownError {
  /** A configuration is longer, and may have such words in a description. */
  private static final int MOST_LINES = 4;

  private static final Pattern COMPLAINT =
      Pattern.compile(
          "(?i)^\\s*%+\\s+\\S"
              + "|^\\W*(fatal |syntax |command |parse |internal )?error\\b"
              + "|^\\W*(invalid|unknown|unrecogni[sz]ed|incomplete|ambiguous|illegal|bad|wrong)"
              + " (command|input|parameter|port|interface|argument|value|token|keyword|option)"
              + "|^\\W*no such\\b|^\\W*(can ?not|can't|could not|unable to) "
              + "|\\b(command not found|syntax error|unknown command|invalid input)\\b"
              + "|\\b(does not exist|not authori[sz]ed|not supported|no such file)\\b"
              + "|\\b(permission|access|authori[sz]ation) (denied|failed|refused)\\b"
              + "|\\bcommand (rejected|failed|unknown|not (recogni[sz]ed|allowed))\\b");

  private UnknownError() {}

  /** The line that complains, if the answer is no more than that. */
  static Optional<String> in(List<String> lines) {
    List<String> said =
        lines.stream().map(String::strip).filter(each -> each.matches(".*[\\p{L}].*")).toList();
    return said.size() > MOST_LINES
        ? Optional.empty()
        : said.stream().filter(each -> COMPLAINT.matcher(each).find()).findFirst();
  }
}
