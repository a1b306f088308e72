package dev.hairpin.lab;

import dev.hairpin.switches.Profile;
import dev.hairpin.switches.ProfileFolders;
import dev.hairpin.switches.ProfileReader;
import dev.hairpin.yaml.FaultyFileException;
import dev.hairpin.yaml.Value;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds and reads the profiles that one lab file names, each once, and gathers their faults. */
final class Profiles {
  private final ProfileFolders folders;
  private final Path base;
  private final Map<String, Optional<Profile>> read = new HashMap<>();
  private final List<FaultyFileException> faulty = new ArrayList<>();

  Profiles(ProfileFolders folders, Path base) {
    this.folders = folders;
    this.base = base;
  }

  /** The profile; nothing, and a fault here or in its own file, when there is none to be had. */
  Optional<Profile> named(Value value) {
    Optional<String> name = value.text();
    if (name.isEmpty()) {
      return Optional.empty();
    }
    try {
      Path file = folders.find(name.get(), base);
      String key = file.toString();
      Optional<Profile> known = read.get(key);
      if (known == null) {
        // said once, even when two switches have it
        read.put(key, Optional.empty());
        known = Optional.of(ProfileReader.read(file));
        read.put(key, known);
      }
      return known;
    } catch (FaultyFileException faults) {
      faulty.add(faults);
    } catch (FileSystemException file) {
      value.fault(Optional.ofNullable(file.getReason()).orElse(String.valueOf(file.getMessage())));
    } catch (IOException unreadable) {
      value.fault("the profile can't be read: " + unreadable);
    }
    return Optional.empty();
  }

  /** The faults of profile files. */
  List<FaultyFileException> faulty() {
    return faulty;
  }
}
