package dev.hairpin.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Maps that cannot be changed and keep their order, so that two runs' files can be compared. */
final class Ordered {
  private Ordered() {}

  static <V> Map<String, V> copy(Map<String, V> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }
}
