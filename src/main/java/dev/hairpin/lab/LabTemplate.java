package dev.hairpin.lab;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a built-in lab file, in which {@code ${name}} stands for what is known later. */
public final class LabTemplate {
  private static final Pattern PLACE = Pattern.compile("\\$\\{([a-z-]+)\\}");

  private LabTemplate() {}

  /**
   * The text with each {@code ${name}} replaced by its value, escaped for double quotes.
   *
   * @param values exactly those that the template has
   * @throws IllegalArgumentException when one is missing, or not in the template
   */
  public static String fill(String template, Map<String, String> values) {
    Set<String> used = new HashSet<>();
    String filled =
        PLACE
            .matcher(template)
            .replaceAll(
                place -> {
                  String value = values.get(place.group(1));
                  if (value == null) {
                    throw new IllegalArgumentException("no value for " + place.group());
                  }
                  used.add(place.group(1));
                  String escaped = value.replace("\\", "\\\\").replace("\"", "\\\"");
                  return Matcher.quoteReplacement(escaped);
                });
    if (!used.containsAll(values.keySet())) {
      Set<String> unused = new HashSet<>(values.keySet());
      unused.removeAll(used);
      throw new IllegalArgumentException("the template has no place for " + unused);
    }
    return filled;
  }
}
