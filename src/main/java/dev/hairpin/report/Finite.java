package dev.hairpin.report;

import java.util.LinkedHashMap;
import java.util.Map;

/** JSON knows no infinities and no not-a-numbers. */
final class Finite {
  private Finite() {}

  static Map<String, Double> only(Map<String, Double> measurements) {
    Map<String, Double> finite = new LinkedHashMap<>(measurements);
    finite.values().removeIf(each -> !Double.isFinite(each));
    return Ordered.copy(finite);
  }
}
