package dev.hairpin.report;

import dev.hairpin.verdict.Outcome;

/** Outcomes in words and signs, so that no reader depends on colour. */
final class Words {
  private Words() {}

  /** Good outcomes in small letters, the others in capitals, so that they stand out in print. */
  static String of(Outcome outcome) {
    return switch (outcome) {
      case PASSED, SKIPPED -> outcome.id();
      case FAILED, WAIVED, INCONCLUSIVE -> outcome.name();
    };
  }

  static String sign(Outcome outcome) {
    return switch (outcome) {
      case PASSED -> "✓";
      case FAILED -> "✗";
      case WAIVED -> "⚑";
      case INCONCLUSIVE -> "?";
      case SKIPPED -> "–";
    };
  }
}
