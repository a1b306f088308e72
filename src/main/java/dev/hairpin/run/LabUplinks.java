package dev.hairpin.run;

import dev.hairpin.lab.Lab;
import dev.hairpin.lab.WaivableChecks;
import dev.hairpin.yaml.FaultyFileException;
import java.util.List;

/** The uplinks that a lab will have, known before it is up. */
public final class LabUplinks {
  private LabUplinks() {}

  /**
   * Their names, in the order of the lab file.
   *
   * @throws UsageException when the lab file can't be read
   */
  public static List<String> namesOf(LabChoice choice) throws UsageException, FaultyFileException {
    return choice.builtIn()
        ? choice.cables().names()
        : LabFiles.read(choice, WaivableChecks.ANY).lab().uplinks().stream()
            .map(Lab.Uplink::name)
            .toList();
  }
}
