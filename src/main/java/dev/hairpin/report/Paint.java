package dev.hairpin.report;

import dev.hairpin.verdict.Outcome;

/** Colour on the terminal, where it is wanted; the words say the same without it. */
enum Paint {
  PLAIN,
  COLOUR;

  static Paint of(boolean colour) {
    return colour ? COLOUR : PLAIN;
  }

  String bold(String text) {
    return with("1", text);
  }

  String faint(String text) {
    return with("2", text);
  }

  String outcome(Outcome outcome, String text) {
    return with(
        switch (outcome) {
          case PASSED -> "32";
          case FAILED -> "1;31";
          case WAIVED -> "1;33";
          case INCONCLUSIVE -> "1;35";
          case SKIPPED -> "2";
        },
        text);
  }

  private String with(String code, String text) {
    return this == PLAIN || text.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
  }
}
