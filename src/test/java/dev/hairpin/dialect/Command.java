package dev.hairpin.dialect;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One command of a mode. Its words may be abbreviated; {@code <name>} takes any word, {@code
 * <name...>} all that follow, {@code [word]} may be left out.
 */
record Command(List<String> words, Action action) {
  @FunctionalInterface
  interface Action {
    void run(List<String> values) throws IOException;
  }

  /** How a typed line fits: what its placeholders are, and how many words are written in full. */
  record Fit(Command command, List<String> values, int exact) {}

  static Command of(String words, Action action) {
    return new Command(List.of(words.split(" ")), action);
  }

  Optional<Fit> fit(List<String> typed) {
    List<String> values = new ArrayList<>();
    int exact = 0;
    int at = 0;
    for (String word : words) {
      String plain = plain(word);
      if (word.endsWith("...>")) {
        if (at == typed.size()) {
          return Optional.empty();
        }
        values.add(String.join(" ", typed.subList(at, typed.size())));
        at = typed.size();
      } else if (at < typed.size() && takes(word, typed.get(at))) {
        if (word.startsWith("<")) {
          values.add(typed.get(at));
        } else if (typed.get(at).equals(plain)) {
          exact++;
        }
        at++;
      } else if (!word.startsWith("[")) {
        return Optional.empty();
      }
    }
    return at == typed.size() ? Optional.of(new Fit(this, values, exact)) : Optional.empty();
  }

  /** How many words of the line this command begins with. */
  int reach(List<String> typed) {
    int at = 0;
    for (String word : words) {
      if (at == typed.size()) {
        return at;
      }
      if (takes(word, typed.get(at))) {
        at++;
      } else if (!word.startsWith("[")) {
        return at;
      }
    }
    return at;
  }

  private static boolean takes(String word, String typed) {
    return word.startsWith("<") || plain(word).startsWith(typed.toLowerCase(Locale.ROOT));
  }

  private static String plain(String word) {
    return word.startsWith("[") ? word.substring(1, word.length() - 1) : word;
  }
}
