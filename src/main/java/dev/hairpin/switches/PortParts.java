package dev.hairpin.switches;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of a port's name that a profile tells apart: the named groups of {@code port-name},
 * each to be used as {@code {NAME}} in commands and OIDs.
 */
final class PortParts {
  private static final Pattern GROUP = Pattern.compile("\\(\\?<([A-Za-z][A-Za-z0-9]*)>");

  private PortParts() {}

  /** The groups' names, in order. */
  static Set<String> names(Pattern portName) {
    Set<String> names = new LinkedHashSet<>();
    for (Matcher each = GROUP.matcher(portName.pattern()); each.find(); ) {
      names.add(each.group(1));
    }
    return names;
  }

  /**
   * The template with {@code {port}} and the parts filled in; a part that this name doesn't have is
   * filled with nothing.
   *
   * @param port a name that {@code portName} matches
   */
  static String fill(Pattern portName, String template, String port) {
    // once through the template: what was filled in is never looked at again
    StringBuilder filled = new StringBuilder();
    Set<String> names = names(portName);
    Matcher parts = portName.matcher(port);
    boolean matches = parts.matches();
    Matcher word = Placeholders.FORM.matcher(template);
    while (word.find()) {
      String name = word.group().substring(1, word.group().length() - 1);
      String value = word.group();
      if (name.equals("port")) {
        value = port;
      } else if (matches && names.contains(name)) {
        String part = parts.group(name);
        value = part == null ? "" : part;
      }
      word.appendReplacement(filled, Matcher.quoteReplacement(value));
    }
    return word.appendTail(filled).toString();
  }
}
