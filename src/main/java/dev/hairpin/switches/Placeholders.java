package dev.hairpin.switches;

import dev.hairpin.yaml.Shown;
import dev.hairpin.yaml.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words in braces that stand for something in commands and OIDs: some of the program's own, the
 * profile's constants, and the named parts of its port names.
 */
final class Placeholders {
  static final String PORT = "{port}";
  static final String ENABLE = "{enable}";
  static final String IF_INDEX = "{if-index}";
  static final String PORT_INDEX = "{port-index}";
  static final String WAS = "{was}";
  static final String SOURCE = "{source}";
  static final String DESTINATION = "{destination}";
  static final List<String> OWN =
      List.of(PORT, ENABLE, IF_INDEX, PORT_INDEX, WAS, SOURCE, DESTINATION);

  /** Also catches misspelt ones, {@code {Port}} say, which would go to the switch as they are. */
  static final Pattern FORM = Pattern.compile("\\{\\s*[A-Za-z][A-Za-z0-9_-]*\\s*\\}");

  private final Map<String, String> constants;
  private final List<String> parts;
  private final boolean lenient;

  /**
   * @param constants by name
   * @param parts names of groups of {@code port-name}
   * @param lenient whether there may be more of both in a file that isn't known here
   */
  Placeholders(Map<String, String> constants, Set<String> parts, boolean lenient) {
    this.constants = constants;
    this.parts = parts.stream().map(each -> "{" + each + "}").toList();
    this.lenient = lenient;
  }

  /**
   * The text with the constants filled in; each word that can't stand there is noted at its column.
   *
   * @param allowed the program's own words of this place; where one of them means the port, its
   *     parts may stand there too
   * @return nothing when there was a fault
   */
  Optional<String> filled(Value value, String text, List<String> allowed) {
    StringBuilder filled = new StringBuilder();
    boolean faulty = false;
    Matcher word = FORM.matcher(text);
    while (word.find()) {
      String found = word.group();
      Optional<String> constant = constant(found);
      if (constant.isEmpty() && !isKnown(found, allowed)) {
        value.faultAt(word.start(), found, message(found, all(allowed)));
        faulty = true;
      }
      word.appendReplacement(filled, Matcher.quoteReplacement(constant.orElse(found)));
    }
    word.appendTail(filled);
    return faulty ? Optional.empty() : Optional.of(filled.toString());
  }

  /** Whether the text says which port is meant: by one of these words, or a part of its name. */
  boolean namesPort(String text, List<String> words) {
    return words.stream().anyMatch(text::contains)
        || parts.stream().anyMatch(text::contains)
        || (lenient && FORM.matcher(text).find());
  }

  /**
   * Those in a text; each one that can't stand there is noted at its column.
   *
   * @param allowed in this place; may be empty
   * @return nothing when there was a fault
   */
  static Optional<Set<String>> in(Value value, String text, List<String> allowed) {
    Set<String> found = new LinkedHashSet<>();
    boolean faulty = false;
    for (Matcher each = FORM.matcher(text); each.find(); ) {
      if (allowed.contains(each.group())) {
        found.add(each.group());
      } else {
        value.faultAt(each.start(), each.group(), message(each.group(), allowed));
        faulty = true;
      }
    }
    return faulty ? Optional.empty() : Optional.of(found);
  }

  private Optional<String> constant(String found) {
    return Optional.ofNullable(constants.get(found.substring(1, found.length() - 1)));
  }

  private boolean isKnown(String found, List<String> allowed) {
    if (all(allowed).contains(found)) {
      return true;
    }
    // a family's words may be explained by the profile that extends it
    return lenient && !OWN.contains(found) && Shown.meant(found, OWN).startsWith("known are");
  }

  private List<String> all(List<String> allowed) {
    List<String> all = new ArrayList<>(allowed);
    if (allowed.contains(PORT) || allowed.contains(IF_INDEX)) {
      all.addAll(parts);
    }
    constants.keySet().forEach(each -> all.add("{" + each + "}"));
    return all;
  }

  private static String message(String found, List<String> allowed) {
    String what = "placeholder " + Shown.quoted(found);
    if (allowed.isEmpty()) {
      return what + " can't stand here; write the value itself";
    }
    if (OWN.contains(found)) {
      return what + " is not filled in here; this place knows " + Shown.choice(allowed);
    }
    return "unknown " + what + "; " + Shown.meant(found, allowed);
  }
}
