package dev.hairpin.dialect;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** How a system writes a MAC address, and the only form in which it takes one. */
enum MacForm {
  DOTS(".", 4),
  DASHES("-", 4),
  COLONS(":", 2);

  private static final int DIGITS = 12;
  private final String between;
  private final int group;
  private final Pattern whole;

  MacForm(String between, int group) {
    this.between = between;
    this.group = group;
    String one = "[0-9a-f]{" + group + "}";
    this.whole =
        Pattern.compile(
            one + "(?:" + Pattern.quote(between) + one + "){" + (DIGITS / group - 1) + "}");
  }

  /** The twelve digits of an address that was typed in this form. */
  Optional<String> digits(String typed) {
    String text = typed.toLowerCase(Locale.ROOT);
    return whole.matcher(text).matches()
        ? Optional.of(text.replace(between, ""))
        : Optional.empty();
  }

  String written(String digits) {
    return digits.replaceAll("(?<=.)(?=(?:.{" + group + "})+$)", between);
  }
}
