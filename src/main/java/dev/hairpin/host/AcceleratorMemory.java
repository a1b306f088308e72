package dev.hairpin.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** A file that remembers which accelerator was found under which circumstances. */
final class AcceleratorMemory {
  private final Path file;
  private final String circumstances;

  private AcceleratorMemory(Path file, String circumstances) {
    this.file = file;
    this.circumstances = circumstances;
  }

  /** An answer can take a while to find. */
  @FunctionalInterface
  interface Finder {
    AcceleratorChoice find() throws IOException;
  }

  static AcceleratorMemory in(Path directory, String circumstances) {
    return new AcceleratorMemory(directory.resolve("accelerator"), Digest.of(circumstances).text());
  }

  /** The remembered answer, or else a found one, which is remembered. */
  AcceleratorChoice recallOr(Finder finder) throws IOException {
    if (Files.exists(file)) {
      List<String> lines = Files.readAllLines(file);
      if (lines.size() == 3 && lines.get(0).equals(circumstances)) {
        return new AcceleratorChoice(Accelerator.valueOf(lines.get(1)), lines.get(2));
      }
    }
    AcceleratorChoice found = finder.find();
    remember(found);
    return found;
  }

  private void remember(AcceleratorChoice found) throws IOException {
    Files.createDirectories(file.getParent());
    Path fresh = Files.createTempFile(file.getParent(), "accelerator-", ".new");
    String reason = found.reason().replaceAll("\\s+", " ");
    Files.write(fresh, List.of(circumstances, found.accelerator().name(), reason));
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
