package dev.hairpin.lab;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Port names as switches print them: one port may be written in several ways. */
final class PortNames {
  private PortNames() {}

  /** A name without what doesn't tell ports apart: capitals and white space. */
  static String plain(String name) {
    return name.replaceAll("\\s+", "").toLowerCase(Locale.ROOT);
  }

  /**
   * Whether two names may be of one port: alike but for capitals and white space, or the letters of
   * one shortened ({@code Eth1/1} and {@code Ethernet1/1}).
   */
  static boolean alike(String one, String other) {
    String first = plain(one);
    String second = plain(other);
    int letters = letters(first);
    int others = letters(second);
    String word = first.substring(0, letters);
    String otherWord = second.substring(0, others);
    return first.substring(letters).equals(second.substring(others))
        && (word.equals(otherWord)
            || letters > 1 && otherWord.startsWith(word)
            || others > 1 && word.startsWith(otherWord));
  }

  /** Whether one of several names may be of that port. */
  static boolean anyAlike(Collection<String> names, String wanted) {
    return names.contains(wanted) || names.stream().anyMatch(each -> alike(each, wanted));
  }

  /** The one of several names that is meant: the same, or else the only one that is alike. */
  static Optional<String> among(Collection<String> names, String wanted) {
    if (names.contains(wanted)) {
      return Optional.of(wanted);
    }
    List<String> alike = names.stream().filter(each -> alike(each, wanted)).toList();
    return alike.size() == 1 ? Optional.of(alike.get(0)) : Optional.empty();
  }

  private static int letters(String name) {
    int at = 0;
    while (at < name.length() && !Character.isDigit(name.charAt(at))) {
      at++;
    }
    return at;
  }
}
