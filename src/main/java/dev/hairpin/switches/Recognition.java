package dev.hairpin.switches;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A profile that a switch points to by what it says of itself.
 *
 * @param profile its name
 * @param prefixLength numbers of the longest {@code sys-object-id} prefix that fits; 0 where only
 *     {@code sys-descr} speaks for it
 */
public record Recognition(String profile, int prefixLength) {
  /** All profiles that fit, best first: by the longest prefix, then by name. */
  public static List<Recognition> among(Collection<Profile> profiles, Identity identity) {
    return profiles.stream()
        .flatMap(each -> of(each, identity).stream())
        .distinct()
        .sorted(
            Comparator.comparingInt((Recognition each) -> -each.prefixLength())
                .thenComparing(Recognition::profile))
        .toList();
  }

  private static Optional<Recognition> of(Profile profile, Identity identity) {
    if (identity.objectId().isEmpty()
        || Identity.fit(profile.identify(), identity.objectId(), identity.description())
            != Identity.Fit.FITS) {
      return Optional.empty();
    }
    int longest =
        profile.identify().sysObjectId().stream()
            .filter(each -> Identity.within(identity.objectId().get(), each))
            .mapToInt(each -> each.split("\\.").length)
            .max()
            .orElse(0);
    return Optional.of(new Recognition(profile.name(), longest));
  }
}
