package dev.hairpin.switches;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells prompts from other text. A line that was seen as a prompt before is known, digits apart
 * (some systems count their commands in it); a line that only fits the profile's pattern may still
 * turn out to be the beginning of another one.
 */
final class PromptPattern {
  private static final Pattern DIGITS = Pattern.compile("[0-9]+");

  private static final String MODE_AND_SIGN = "(\\([^)]*\\))?[>#$%]";
  private static final Pattern PARTS = Pattern.compile("(.*?)" + MODE_AND_SIGN + "\\s*");

  private final Pattern pattern;
  private final Set<String> known = new HashSet<>();
  private final List<Pattern> beginnings = new ArrayList<>();

  PromptPattern(Pattern pattern) {
    this.pattern = pattern;
  }

  /** Whether the profile's pattern is found at the end of this line. */
  boolean ends(String line) {
    if (line.isBlank()) {
      return false;
    }
    Matcher matcher = pattern.matcher(line);
    while (matcher.find()) {
      if (matcher.end() == line.length() && matcher.start() < matcher.end()) {
        return true;
      }
    }
    return false;
  }

  boolean knows(String line) {
    return known.contains(shape(line));
  }

  /**
   * Whether the line begins with a prompt of this device, though perhaps in another mode than any
   * that was seen: something was printed after it.
   */
  boolean begins(String line) {
    return beginnings.stream().anyMatch(prompt -> prompt.matcher(line).lookingAt());
  }

  void learn(String line) {
    if (known.add(shape(line))) {
      Matcher parts = PARTS.matcher(line);
      String name = parts.matches() ? parts.group(1) : "";
      beginnings.add(
          Pattern.compile(
              name.isBlank() ? Pattern.quote(line) : Pattern.quote(name) + MODE_AND_SIGN));
    }
  }

  private static String shape(String line) {
    return DIGITS.matcher(line).replaceAll("0");
  }

  @Override
  public String toString() {
    return "/" + pattern + "/";
  }
}
