package dev.hairpin.report;

import java.io.IOException;
import java.io.StringWriter;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/** {@code environment.properties}: escaped as Java's, but sorted and without the date. */
final class AllureProperties {
  private AllureProperties() {}

  static String text(Map<String, String> values) throws IOException {
    Properties properties = new Properties();
    values.forEach((name, value) -> properties.setProperty(name, XmlText.legal(value)));
    StringWriter text = new StringWriter();
    properties.store(text, null);
    return text.toString()
        .lines()
        .filter(each -> !each.startsWith("#"))
        .sorted()
        .collect(Collectors.joining("\n", "", "\n"));
  }
}
