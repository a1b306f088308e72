package dev.hairpin.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A signed report, which a later run must not take the place of. */
final class SealedReport {
  private static final List<String> SIGNS = List.of("SHA256SUMS.sig", "certificate.json");

  private SealedReport() {}

  static void refuse(Path folder) throws UsageException {
    if (SIGNS.stream().anyMatch(each -> Files.exists(folder.resolve(each)))) {
      throw new UsageException(
          "%s holds a signed report, which a run would replace. Next: give another --out or remove it"
              .formatted(folder));
    }
  }
}
