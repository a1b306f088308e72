package dev.hairpin.steps;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;

/** A check's name: the scenario's tag that is no group's. */
public final class CheckId {
  private static final Set<String> GROUPS =
      Set.of(
          "@relay",
          "@vepa",
          "@bridge",
          "@passthru",
          "@mixed",
          "@private",
          "@host",
          "@evb",
          "@guest",
          "@load",
          "@certification",
          "@nic-alone");

  private CheckId() {}

  /** From the tags; from the scenario's name where no tag names the check. */
  public static String of(Collection<String> tags, String scenario) {
    return tags.stream()
        .filter(each -> !GROUPS.contains(each))
        .findFirst()
        .map(each -> each.substring(1))
        .orElseGet(() -> slug(scenario));
  }

  private static String slug(String text) {
    String slug =
        text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    return slug.isEmpty() ? "check" : slug.substring(0, Math.min(60, slug.length()));
  }
}
