package dev.hairpin.switches;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Expressions of a profile in what a switch says. */
final class Found {
  private Found() {}

  /** Whether it is found, line by line. */
  static boolean in(Pattern pattern, String text) {
    return matcher(pattern, text).find();
  }

  /** The expression in multi-line mode, whatever mode it was read in. */
  static Matcher matcher(Pattern pattern, String text) {
    int flags = pattern.flags() | Pattern.MULTILINE;
    Pattern lines = flags == pattern.flags() ? pattern : Pattern.compile(pattern.pattern(), flags);
    return lines.matcher(text);
  }
}
