package dev.hairpin.run;

import dev.hairpin.lab.LabReader;
import dev.hairpin.lab.LoadedLab;
import dev.hairpin.lab.WaivableChecks;
import dev.hairpin.switches.ProfileFolders;
import dev.hairpin.yaml.FaultyFileException;
import java.io.IOException;

/**
 * Reads the lab file that {@code --lab} names; one that can't be read at all is wrong usage too.
 */
final class LabFiles {
  private LabFiles() {}

  static LoadedLab read(LabChoice choice, WaivableChecks checks)
      throws FaultyFileException, UsageException {
    try {
      return LabReader.read(choice.file(), ProfileFolders.standard(), checks);
    } catch (IOException unreadable) {
      throw new UsageException(
          "the lab file %s can't be read: %s".formatted(choice.name(), unreadable.getMessage()));
    }
  }
}
