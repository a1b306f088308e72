package dev.hairpin.switches;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks for a profile's expression in what a device said. Neither is ours: whatever they are, the
 * search comes to an end, within bounded time and stack.
 */
final class Finding {
  /** Compiled once: a switch is asked for the states of all its ports again and again. */
  private static final Map<Pattern, Pattern> BY_LINES = new ConcurrentHashMap<>();

  private Finding() {}

  /**
   * Whether the expression is found anywhere in the text.
   *
   * @throws BoundedText.TooLongException when it does not come to an end on this text
   */
  static boolean in(Pattern expression, String text) {
    try {
      return matcher(expression, text).find();
    } catch (StackOverflowError deep) {
      // java.util.regex recurses for each round of a group: (a|b)* does on a long line.
      throw new BoundedText.TooLongException();
    }
  }

  /** In multi-line mode, whatever mode the expression was read in; bounded likewise. */
  static Matcher matcher(Pattern expression, String text) {
    return BY_LINES.computeIfAbsent(expression, Finding::byLines).matcher(new BoundedText(text));
  }

  private static Pattern byLines(Pattern expression) {
    int flags = expression.flags() | Pattern.MULTILINE;
    return flags == expression.flags() ? expression : Pattern.compile(expression.pattern(), flags);
  }

  /**
   * Where, at the end of the line, the expression is found; -1 when it isn't, or when that can't be
   * told within bounds.
   *
   * @param most how much of the line's end is looked at
   */
  static int atEnd(Pattern expression, String line, int most) {
    try {
      Matcher matcher = expression.matcher(new BoundedText(line));
      // Only the region is searched, but ^ and look-behind still see the whole line.
      matcher.region(Math.max(0, line.length() - most), line.length());
      matcher.useAnchoringBounds(false).useTransparentBounds(true);
      while (matcher.find()) {
        if (matcher.end() == line.length() && matcher.start() < matcher.end()) {
          return matcher.start();
        }
      }
      return -1;
    } catch (BoundedText.TooLongException | StackOverflowError endless) {
      return -1;
    }
  }
}
