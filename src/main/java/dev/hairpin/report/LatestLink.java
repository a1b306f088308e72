package dev.hairpin.report;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** {@code latest} beside the folders of the runs, which leads to the last one. */
public final class LatestLink {
  private LatestLink() {}

  /**
   * Lets {@code latest} beside a run's folder lead to it, in one step: a reader finds the old run
   * or the new one.
   *
   * @throws IOException also where {@code latest} is there and is not a link, which is left alone
   */
  public static void to(Path folder) throws IOException {
    Path run = folder.toAbsolutePath().normalize();
    Path latest = run.resolveSibling("latest");
    if (Files.exists(latest, LinkOption.NOFOLLOW_LINKS) && !Files.isSymbolicLink(latest)) {
      throw new FileAlreadyExistsException(
          latest
              + " is not a link, so it is left as it is; move it away to have it lead to "
              + run);
    }
    Path beside = latest.resolveSibling(".latest-" + run.getFileName() + ".tmp");
    Files.deleteIfExists(beside);
    Files.createSymbolicLink(beside, run.getFileName());
    try {
      Files.move(beside, latest, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(beside);
    }
  }
}
