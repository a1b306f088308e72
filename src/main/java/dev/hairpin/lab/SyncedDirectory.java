package dev.hairpin.lab;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file that was just made survives a power cut only when the directory that names it is on the
 * disk too (fsync(2)).
 */
final class SyncedDirectory {
  private SyncedDirectory() {}

  /** Waits until the directory's names are on the disk. */
  static void of(Path directory) throws IOException {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
