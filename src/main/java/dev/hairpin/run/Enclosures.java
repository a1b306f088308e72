package dev.hairpin.run;

import dev.hairpin.lab.LoadedLab;
import dev.hairpin.switches.ProfileFolders;
import dev.hairpin.switches.Secrets;
import dev.hairpin.switches.SwitchAccess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a report was made with: the lab file and the profiles of its switches. A lab file names its
 * secrets and holds none; should one of them stand in a comment, it is masked.
 */
public final class Enclosures {
  /** The lab file's name in a report. */
  public static final String LAB = "lab.yaml";

  /** The profiles' folder in a report. */
  public static final String PROFILES = "switch-profiles";

  private final LoadedLab lab;
  private final String text;

  Enclosures(LoadedLab lab, String text) {
    this.lab = lab;
    this.text = text;
  }

  void write(Path folder, Secrets secrets) throws IOException {
    Files.writeString(folder.resolve(LAB), secrets.mask(text));
    Path profiles = Files.createDirectories(folder.resolve(PROFILES));
    Path base =
        lab.file().map(each -> each.toAbsolutePath().resolveSibling("")).orElse(Path.of(""));
    for (SwitchAccess each : lab.lab().switches()) {
      Path profile = ProfileFolders.standard().find(each.profile(), base.toAbsolutePath());
      Files.writeString(
          profiles.resolve(lab.profileOf(each).name() + ".yaml"),
          secrets.mask(Files.readString(profile)));
    }
  }
}
