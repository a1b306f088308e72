package dev.hairpin.lab;

import dev.hairpin.switches.Identity;
import dev.hairpin.switches.Profile;
import dev.hairpin.switches.ProfileFolders;
import dev.hairpin.switches.ProfileReader;
import dev.hairpin.switches.Recognition;
import dev.hairpin.yaml.FaultyFileException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether a switch is what the lab file's profile is for, and which profile it points to. */
public final class ProfileFit {
  private ProfileFit() {}

  /** The profiles of the standard folders that the switch fits, best first. */
  public static List<Recognition> pointsTo(Identity identity) throws IOException {
    if (identity.objectId().isEmpty()) {
      return List.of();
    }
    List<Profile> all = new ArrayList<>();
    for (Path file : ProfileFolders.standard().all().values()) {
      try {
        all.add(ProfileReader.read(file));
      } catch (IOException | FaultyFileException faulty) {
        // 'profile check' is for those; they can't be pointed to.
      }
    }
    return Recognition.among(all, identity);
  }

  /**
   * A switch that is a known other system than its profile's.
   *
   * @return a note, when it is merely not recognised
   * @throws UndecidedException when it is another system
   */
  static Optional<String> check(String switchName, Profile profile, Identity identity)
      throws IOException {
    if (identity.fit() != Identity.Fit.DIFFERS) {
      return Optional.empty();
    }
    String said =
        "switch %s says that it is '%s' (sysObjectID %s)"
            .formatted(
                switchName,
                identity.description().orElse("nothing").lines().findFirst().orElse(""),
                identity.objectId().orElse("none"));
    List<Recognition> fitting = pointsTo(identity);
    if (fitting.isEmpty()
        || fitting.stream().anyMatch(each -> each.profile().equals(profile.name()))) {
      return Optional.of(
          "%s, which profile %s does not look for in its 'identify'; it is used all the same"
              .formatted(said, profile.name()));
    }
    String right = fitting.get(0).profile();
    throw new UndecidedException(
        "%s: that is a system for profile %s, and the lab file gives profile %s. Nothing was changed on any port. Next: write 'profile: %s' for switch %s in the lab file"
            .formatted(said, right, profile.name(), right, switchName));
  }
}
