package dev.hairpin.run;

import dev.hairpin.lab.UndecidedException;
import dev.hairpin.report.FileTrouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder that a run's report goes into. */
final class OutFolder {
  private static final int ROOM = 256 * 1024;

  private OutFolder() {}

  private static void refuseWhatIsNoFolder(Path folder) throws UsageException {
    for (Path each = folder; each != null; each = each.getParent()) {
      if (Files.exists(each)) {
        if (!Files.isDirectory(each)) {
          throw new UsageException(
              "the report needs a folder, and '%s' is a file, not a folder. Next: give another --out"
                  .formatted(each));
        }
        return;
      }
    }
  }

  /**
   * Makes the folder and tries whether it takes files, before anything else is changed. What an
   * earlier run wrote there is replaced, unless it is signed.
   *
   * @throws UsageException when it is no folder, or holds a signed report
   * @throws UndecidedException when it can't be written
   */
  static Path prepare(RunOptions options, String runId) throws UsageException, UndecidedException {
    Path folder =
        options
            .out()
            .orElseGet(() -> options.reports().resolve(runId))
            .toAbsolutePath()
            .normalize();
    refuseWhatIsNoFolder(folder);
    SealedReport.refuse(folder);
    try {
      Files.createDirectories(folder);
      EarlierReport.remove(folder);
      Path probe = Files.createTempFile(folder, ".room-", "");
      try {
        Files.write(probe, new byte[ROOM]);
      } finally {
        Files.deleteIfExists(probe);
      }
      return folder;
    } catch (IOException failed) {
      throw new UndecidedException(
          "the report's folder %s can't be written: %s. Next: make room there, or give another folder to --out"
              .formatted(folder, FileTrouble.reason(failed)),
          failed);
    }
  }
}
