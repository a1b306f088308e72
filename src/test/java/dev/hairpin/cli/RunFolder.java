package dev.hairpin.cli;

import dev.hairpin.report.ExitStatus;
import dev.hairpin.report.LabInfo;
import dev.hairpin.report.ReportWriter;
import dev.hairpin.report.Results;
import dev.hairpin.report.RunInfo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The folder of a run that tested nothing. */
final class RunFolder {
  private RunFolder() {}

  static Path in(Path folder) throws Exception {
    Path run = Files.createDirectories(folder.resolve("run"));
    ReportWriter.write(
        run,
        Results.of(
            new RunInfo(
                "20261125-180000-1a2b",
                Instant.parse("2026-11-25T18:00:00Z"),
                Instant.parse("2026-11-25T18:01:00Z"),
                "0.1.0",
                ExitStatus.INCONCLUSIVE),
            new LabInfo("rack12", new LabInfo.Host("6.18.5", "kvm"), List.of()),
            List.of(),
            List.of(),
            Map.of()));
    return run;
  }
}
