package dev.hairpin.switches;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Port names as people and tables shorten them: {@code Gi1/0/1} for {@code GigabitEthernet1/0/1}.
 */
final class PortNames {
  private static final Pattern PARTS = Pattern.compile("([\\p{L} _-]*?)\\s*([0-9].*)?");

  private PortNames() {}

  /**
   * Whether one can be a shorter form of the other: the same numbers, and the letters of one begin
   * those of the other, whatever their case.
   */
  static boolean similar(String one, String other) {
    if (one.equalsIgnoreCase(other)) {
      return true;
    }
    Matcher first = PARTS.matcher(one);
    Matcher second = PARTS.matcher(other);
    if (!first.matches() || !second.matches() || !numbers(first).equals(numbers(second))) {
      return false;
    }
    String shorter = letters(first);
    String longer = letters(second);
    if (numbers(first).isEmpty() || shorter.isEmpty() || longer.isEmpty()) {
      return false;
    }
    return shorter.startsWith(longer) || longer.startsWith(shorter);
  }

  /** Whether two names have the same numbers in them, whatever stands before. */
  static boolean sameNumbers(String one, String other) {
    Matcher first = PARTS.matcher(one);
    Matcher second = PARTS.matcher(other);
    return first.matches() && second.matches() && numbers(first).equals(numbers(second));
  }

  /** Whether the name is a unit of the port: {@code ge-0/0/2.0} of {@code ge-0/0/2}. */
  static boolean unitOf(String name, String port) {
    return name.startsWith(port + ".") && name.substring(port.length() + 1).matches("[0-9]+");
  }

  private static String letters(Matcher parts) {
    return parts.group(1).strip().toLowerCase(Locale.ROOT);
  }

  private static String numbers(Matcher parts) {
    return parts.group(2) == null ? "" : parts.group(2).strip();
  }
}
