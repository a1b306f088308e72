package dev.hairpin.yaml;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Text of a file as messages show it. */
public final class Shown {
  private static final int LONGEST = 60;

  private Shown() {}

  /** The text in quotes, on one line, cut when long, nothing in it that moves a terminal. */
  public static String quoted(String text) {
    StringBuilder shown = new StringBuilder("'");
    text.codePoints().limit(LONGEST).forEach(each -> append(shown, each));
    if (text.codePointCount(0, text.length()) > LONGEST) {
      shown.append('…');
    }
    return shown.append('\'').toString();
  }

  /** The whole text with nothing in it that ends the line or moves a terminal. */
  static String oneLine(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints().forEach(each -> append(shown, each));
    return shown.toString();
  }

  /** {@code a, b or c}. */
  public static String choice(Collection<String> names) {
    List<String> all = List.copyOf(names);
    if (all.size() < 2) {
      return String.join("", all);
    }
    String last = all.get(all.size() - 1);
    return String.join(", ", all.subList(0, all.size() - 1)) + " or " + last;
  }

  /** {@code did you mean 'NAME'?} where one is near, else the names there are. */
  public static String meant(String wrong, Collection<String> known) {
    Optional<String> nearest = Nearest.to(wrong, known);
    return nearest
        .map(each -> "did you mean '" + each + "'?")
        .orElseGet(() -> "known are " + String.join(", ", known));
  }

  private static void append(StringBuilder shown, int codePoint) {
    int type = Character.getType(codePoint);
    boolean unseen =
        type == Character.CONTROL
            || type == Character.FORMAT
            || type == Character.SURROGATE
            || type == Character.LINE_SEPARATOR
            || type == Character.PARAGRAPH_SEPARATOR;
    if (unseen) {
      shown.append(String.format(Locale.ROOT, "\\u%04X", codePoint));
    } else {
      shown.appendCodePoint(codePoint);
    }
  }
}
