package dev.hairpin.verdict;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why a check failed, for machines; a failed check has exactly one. */
public enum Diagnosis {
  NO_REFLECTION,
  UNWANTED_REFLECTION,
  RETURNED_TO_SENDER,
  DUPLICATE,
  ALTERED,
  TAG_ALTERED,
  LOST,
  REORDERED,
  ISOLATION_LEAK,
  UPLINK_LEAK,
  UNEXPECTED_REACHABILITY,
  LINK_LOCAL_REFLECTED,
  /** The switch refused the command. */
  CONFIG_REFUSED,
  /** The readback disagrees with what was set. */
  CONFIG_NOT_APPLIED,
  /** The readback says one thing, the wire another. */
  CONFIG_UNTRUE,
  NOT_RESTORED;

  /**
   * Whether the wire can show this on a faultless switch only because reflective relay was not what
   * the check took it for. What is altered, overtaken or sent where no relay sends it is wrong with
   * either state.
   */
  public boolean restsOnRelay() {
    return switch (this) {
      case NO_REFLECTION,
          UNWANTED_REFLECTION,
          RETURNED_TO_SENDER,
          DUPLICATE,
          LOST,
          ISOLATION_LEAK,
          UNEXPECTED_REACHABILITY,
          CONFIG_UNTRUE ->
          true;
      case ALTERED,
          TAG_ALTERED,
          REORDERED,
          UPLINK_LEAK,
          LINK_LOCAL_REFLECTED,
          CONFIG_REFUSED,
          CONFIG_NOT_APPLIED,
          NOT_RESTORED ->
          false;
    };
  }

  /** The name in results.json, such as {@code no-reflection}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The diagnosis of a name as in results.json, or nothing when there is none of that name. */
  public static Optional<Diagnosis> ofId(String id) {
    return Arrays.stream(values()).filter(each -> each.id().equals(id)).findFirst();
  }
}
