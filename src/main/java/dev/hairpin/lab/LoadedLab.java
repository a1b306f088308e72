package dev.hairpin.lab;

import dev.hairpin.switches.Profile;
import dev.hairpin.switches.SwitchAccess;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A valid lab file and the profiles of its switches.
 *
 * @param profiles by switch name; one for each switch of the lab
 * @param file where it was read; none for a built-in lab
 */
public record LoadedLab(Lab lab, Map<String, Profile> profiles, Optional<Path> file) {

  /** The profile of the switch that an uplink is plugged into. */
  public Profile profileOf(Lab.Uplink uplink) {
    return profileOf(lab.switchOf(uplink));
  }

  /** The same where nothing on the switches filters frames. */
  public LoadedLab withoutFilters() {
    Map<String, Profile> without = new HashMap<>();
    profiles.forEach((name, profile) -> without.put(name, profile.withoutFilter()));
    return new LoadedLab(lab, without, file);
  }

  /** A switch's profile. */
  public Profile profileOf(SwitchAccess access) {
    Profile profile = profiles.get(access.name());
    if (profile == null) {
      throw new IllegalArgumentException("no switch '" + access.name() + "'");
    }
    return profile;
  }
}
