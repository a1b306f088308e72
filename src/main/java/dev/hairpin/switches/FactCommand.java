package dev.hairpin.switches;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A fact that a command's answer tells.
 *
 * @param command as it is sent
 * @param found with one group: the fact
 */
public record FactCommand(String command, Pattern found) {
  /** The fact, where the answer has it; an expression that comes to no end finds nothing. */
  Optional<String> in(String answer) {
    try {
      Matcher matcher = found.matcher(new BoundedText(answer));
      return matcher.find()
          ? Optional.ofNullable(matcher.group(1)).map(String::strip).filter(each -> !each.isEmpty())
          : Optional.empty();
    } catch (BoundedText.TooLongException endless) {
      return Optional.empty();
    }
  }
}
