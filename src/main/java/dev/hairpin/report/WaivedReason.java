package dev.hairpin.report;

import java.util.Optional;
import java.util.regex.Pattern;

/** Why a check failed, without why that is accepted: stories tell it in a line of its own. */
final class WaivedReason {
  private WaivedReason() {}

  static String alone(CheckResult check) {
    return alone(check.reason(), check.waiver());
  }

  static String alone(String reason, Optional<CheckResult.Waived> waiver) {
    return waiver.map(each -> without(reason, each.reason().strip())).orElse(reason);
  }

  private static String without(String reason, String accepted) {
    Pattern sentence =
        Pattern.compile(" Accepted here( until \\S+)?: " + Pattern.quote(accepted) + "\\.?");
    return sentence.matcher(reason).replaceFirst("");
  }
}
