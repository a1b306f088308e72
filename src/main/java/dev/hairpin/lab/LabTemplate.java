package dev.hairpin.lab;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a built-in lab file, in which {@code ${name}} stands for what is known later. */
public final class LabTemplate {
  private static final Pattern PLACE = Pattern.compile("\\$\\{([a-z-]+)\\}");

  private LabTemplate() {}

  /**
   * The text with each {@code ${name}} replaced by its value, escaped for double quotes.
   *
   * @param values all that the template has a place for; it may have more
   * @throws IllegalArgumentException when one is missing
   */
  public static String fill(String template, Map<String, String> values) {
    return PLACE
        .matcher(template)
        .replaceAll(
            place -> {
              String value = values.get(place.group(1));
              if (value == null) {
                throw new IllegalArgumentException("no value for " + place.group());
              }
              String escaped = value.replace("\\", "\\\\").replace("\"", "\\\"");
              return Matcher.quoteReplacement(escaped);
            });
  }
}
