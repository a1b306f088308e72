package dev.hairpin.steps;

import java.util.Set;

/** The tags that name no check: its group, and what it needs or is for. */
final class GroupTags {
  private static final Set<String> ALL =
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

  private GroupTags() {}

  static boolean has(String tag) {
    return ALL.contains(tag);
  }
}
