package dev.hairpin.switches;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a port was before anything was set on it.
 *
 * @param relay its reflective relay
 * @param prerequisites by the name that the profile gives them; empty where nothing was set
 */
public record FoundPort(RelayState relay, Map<String, Optional<String>> prerequisites) {
  private static final String ABSENT = "-";
  private static final String PRESENT = "+";

  /** Keeps the order of the profile. */
  public FoundPort {
    prerequisites = Collections.unmodifiableMap(new LinkedHashMap<>(prerequisites));
  }

  /** Of a system without prerequisites. */
  public FoundPort(RelayState relay) {
    this(relay, Map.of());
  }

  /**
   * One word without blanks, for journals: {@code off}, or {@code off;port-mode=+access;other=-},
   * names and values percent-encoded.
   */
  public String format() {
    StringBuilder text = new StringBuilder(relay.toString());
    prerequisites.forEach(
        (name, was) ->
            text.append(';')
                .append(encoded(name))
                .append('=')
                .append(was.map(each -> PRESENT + encoded(each)).orElse(ABSENT)));
    return text.toString();
  }

  /**
   * Reads what {@link #format} wrote.
   *
   * @throws IllegalArgumentException when that is something else
   */
  public static FoundPort parse(String text) {
    String[] parts = text.split(";", -1);
    Map<String, Optional<String>> prerequisites = new LinkedHashMap<>();
    for (int index = 1; index < parts.length; index++) {
      int equals = parts[index].indexOf('=');
      if (equals < 1) {
        throw new IllegalArgumentException("no NAME=VALUE: '" + parts[index] + "' in " + text);
      }
      String value = parts[index].substring(equals + 1);
      if (!value.equals(ABSENT) && !value.startsWith(PRESENT)) {
        throw new IllegalArgumentException("neither + nor -: '" + parts[index] + "' in " + text);
      }
      prerequisites.put(
          decoded(parts[index].substring(0, equals)),
          value.equals(ABSENT) ? Optional.empty() : Optional.of(decoded(value.substring(1))));
    }
    return new FoundPort(relay(parts[0]), prerequisites);
  }

  private static RelayState relay(String word) {
    for (RelayState each : RelayState.values()) {
      if (each.toString().equals(word)) {
        return each;
      }
    }
    throw new IllegalArgumentException("neither on nor off: '" + word + "'");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
