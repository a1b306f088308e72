package dev.hairpin.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Room in a run's folder that nothing else takes: without it, evidence that fills the disk would
 * cost the verdicts too.
 */
final class ReservedRoom implements AutoCloseable {
  /** Results, page and messages take some 60 KiB for a check; whatever there is of them, this. */
  private static final long FOR_A_CHECK = 64 * 1024;

  private static final long AT_LEAST = 512 * 1024;
  private static final int PIECE = 64 * 1024;

  private final Optional<FileChannel> held;

  private ReservedRoom(Optional<FileChannel> held) {
    this.held = held;
  }

  /**
   * Reserves what the report of so many checks needs, evidence apart; of a disk that has little
   * left, half of it. What can't be reserved is no error: it may be there in the end.
   */
  static ReservedRoom in(Path folder, int checks) {
    Optional<FileChannel> held = Optional.empty();
    try {
      long free = Files.getFileStore(folder).getUsableSpace();
      // On Linux it has no name from the first moment on; so it is gone too when we are killed.
      FileChannel file =
          FileChannel.open(
              folder.resolve(".room"),
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE);
      held = Optional.of(file);
      fill(file, Math.min(AT_LEAST + checks * FOR_A_CHECK, free / 2));
    } catch (IOException full) {
      // Then whoever writes there next says so.
    }
    return new ReservedRoom(held);
  }

  /** With octets: the hole of a sparse file reserves nothing. */
  private static void fill(FileChannel file, long octets) throws IOException {
    ByteBuffer piece = ByteBuffer.allocate(PIECE);
    for (long left = octets; left > 0; left -= PIECE) {
      file.write(piece.clear().limit((int) Math.min(left, PIECE)));
    }
  }

  /** Gives it free. */
  @Override
  public void close() throws IOException {
    if (held.isPresent()) {
      held.get().close();
    }
  }
}
