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
  /** No prompt is longer; of a longer line only its end is looked at. */
  static final int LONGEST = 500;

  private static final Pattern DIGITS = Pattern.compile("[0-9]+");

  private static final String MODE_AND_SIGN = "(\\([^)]*\\))?[>#$%]";
  private static final Pattern PARTS = Pattern.compile("([*!+ ]*)(.*?)" + MODE_AND_SIGN + "\\s*");
  // <Sysname>, [Sysname-view], [~Sysname], [*Sysname]: of Comware, VRP and their like.
  private static final Pattern BRACKETS = Pattern.compile("[<\\[][~*]?([^<>\\[\\]\\s]+)[>\\]]\\s*");

  private final Pattern pattern;
  private final Set<String> known = new HashSet<>();
  private final List<Pattern> beginnings = new ArrayList<>();

  PromptPattern(Pattern pattern) {
    this.pattern = pattern;
  }

  /** Whether the profile's pattern is found at the end of this line. */
  boolean ends(String line) {
    return !line.isBlank() && Finding.atEnd(pattern, line, LONGEST) >= 0;
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

  /** Whether both are the same prompt, digits apart. */
  static boolean same(String one, String other) {
    return shape(one).equals(shape(other));
  }

  void learn(String line) {
    if (known.add(shape(line))) {
      beginnings.add(beginning(line));
    }
  }

  /** What was learned so far was no prompt. */
  void forget() {
    known.clear();
    beginnings.clear();
  }

  private static Pattern beginning(String line) {
    Matcher brackets = BRACKETS.matcher(line);
    if (brackets.matches()) {
      return Pattern.compile(
          "[<\\[][~*]?" + anyNumber(brackets.group(1)) + "[^<>\\[\\]\\s]*[>\\]]");
    }
    Matcher parts = PARTS.matcher(line);
    String name = parts.matches() ? parts.group(2) : "";
    return Pattern.compile(
        name.isBlank() ? Pattern.quote(line) : "[*!+ ]*" + anyNumber(name) + MODE_AND_SIGN);
  }

  private static String anyNumber(String name) {
    StringBuilder expression = new StringBuilder();
    int from = 0;
    for (Matcher digits = DIGITS.matcher(name); digits.find(); from = digits.end()) {
      expression.append(Pattern.quote(name.substring(from, digits.start()))).append("[0-9]+");
    }
    return expression.append(Pattern.quote(name.substring(from))).toString();
  }

  private static String shape(String line) {
    return DIGITS.matcher(line).replaceAll("0");
  }

  @Override
  public String toString() {
    return "/" + pattern + "/";
  }
}
