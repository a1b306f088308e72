package dev.hairpin.run;

import dev.hairpin.yaml.Nearest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What {@code --lab} names.
 *
 * @param name the built-in lab's name, or the file's path as it was given
 * @param builtIn whether it is built in
 */
public record LabChoice(String name, boolean builtIn) {
  /** The default. */
  public static final String EMBEDDED = "embedded";

  /**
   * Takes a built-in lab's name or a file.
   *
   * @throws UsageException when it is neither
   */
  public static LabChoice of(String lab) throws UsageException {
    if (EmbeddedLabs.NAMES.contains(lab)) {
      return new LabChoice(lab, true);
    }
    if (Files.isRegularFile(Path.of(lab))) {
      return new LabChoice(lab, false);
    }
    List<String> names = EmbeddedLabs.NAMES;
    throw new UsageException(
        "there is no lab file '%s', and no built-in lab of that name (%s)%s"
            .formatted(
                lab,
                String.join(", ", names),
                Nearest.to(lab, names)
                    .map(each -> "; did you mean '" + each + "'?")
                    .orElse(". Next: give the path of a lab file to --lab")));
  }

  /** The lab file. */
  Path file() {
    return Path.of(name);
  }
}
