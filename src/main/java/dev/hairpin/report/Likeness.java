package dev.hairpin.report;

import dev.hairpin.verdict.Outcome;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What two uplinks' results of a check have in common when they tell the same story: the words
 * without the names and figures that differ from cable to cable.
 */
final class Likeness {
  private static final Pattern ADDRESS =
      Pattern.compile("\\b[0-9a-f]{2}(:[0-9a-f]{2}){5}\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern FIGURES = Pattern.compile("[0-9]+([.,][0-9]+)*");

  private final CheckResult check;
  private final LabInfo.@Nullable Uplink uplink;

  private Likeness(CheckResult check, LabInfo.@Nullable Uplink uplink) {
    this.check = check;
    this.uplink = uplink;
  }

  /**
   * Equal for results that can be told as one. Of what passed, only the assumptions count.
   *
   * @param uplink as the lab knows it; null where it doesn't
   */
  static Object of(CheckResult check, LabInfo.@Nullable Uplink uplink) {
    return new Likeness(check, uplink).value();
  }

  private Object value() {
    List<String> assumptions = check.assumptions().stream().map(this::words).toList();
    if (check.outcome() == Outcome.PASSED) {
      return List.of(assumptions);
    }
    return List.of(
        assumptions,
        words(check.reason()),
        check.waiver(),
        check.findings().stream()
            .filter(each -> each.outcome() != Outcome.PASSED)
            .map(each -> List.of(words(each.claim()), each.outcome(), words(each.seen())))
            .toList(),
        check.trials().stream()
            .filter(each -> !each.ok())
            .flatMap(each -> each.hops().stream())
            .map(each -> List.of(words(each.place()), each.expected(), each.fate()))
            .toList());
  }

  private String words(String text) {
    String words = withoutFigures(text);
    if (uplink != null) {
      words = without(words, uplink.name(), "uplink");
      words = without(words, uplink.nic(), "NIC");
      words = without(words, uplink.port(), "port");
      words = without(words, uplink.switchInfo().name(), "switch");
    }
    return words;
  }

  private static String withoutFigures(String text) {
    return FIGURES.matcher(ADDRESS.matcher(text).replaceAll("MAC")).replaceAll("#");
  }

  private static String without(String text, String name, String what) {
    return name.isEmpty()
        ? text
        : text.replaceAll(
            "(?<![\\w-])" + Pattern.quote(withoutFigures(name)) + "(?![\\w-])", "<" + what + ">");
  }
}
