package dev.hairpin.switches;

import dev.hairpin.yaml.Shown;
import dev.hairpin.yaml.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words in braces that stand for something in commands and OIDs. */
final class Placeholders {
  static final String PORT = "{port}";
  static final String ENABLE = "{enable}";
  static final String IF_INDEX = "{if-index}";
  static final String PORT_INDEX = "{port-index}";

  /** Also catches misspelt ones, {@code {Port}} say, which would go to the switch as they are. */
  private static final Pattern FORM = Pattern.compile("\\{\\s*[A-Za-z][A-Za-z_-]*\\s*\\}");

  private Placeholders() {}

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

  private static String message(String found, List<String> allowed) {
    String what = "placeholder " + Shown.quoted(found);
    if (allowed.isEmpty()) {
      return what + " can't stand here; write the value itself";
    }
    List<String> all = List.of(PORT, ENABLE, IF_INDEX, PORT_INDEX);
    if (all.contains(found)) {
      return what + " is not filled in here; this place knows " + Shown.choice(allowed);
    }
    return "unknown " + what + "; " + Shown.meant(found, allowed);
  }
}
