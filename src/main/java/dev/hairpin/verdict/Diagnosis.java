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

  /** The name in results.json, such as {@code no-reflection}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The diagnosis of a name as in results.json, or nothing when there is none of that name. */
  public static Optional<Diagnosis> ofId(String id) {
    return Arrays.stream(values()).filter(each -> each.id().equals(id)).findFirst();
  }
}
