package dev.hairpin.linux;

import java.util.Map;

/** What every process that this program starts is given. */
final class Children {
  /** The variable that labels a process with the run it belongs to. */
  static final String LABEL = "HAIRPIN_RUN";

  private Children() {}

  /** Its label, and the language whose messages this program can read. */
  static Map<String, String> environment(String runId) {
    return Map.of(LABEL, runId, "LC_ALL", "C");
  }
}
