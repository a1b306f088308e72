package dev.hairpin.lab;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A file locked as long as this process lives: the kernel takes the lock back whatever way the
 * process ends (fcntl(2), F_SETLK). Such a lock belongs to the process and is lost as soon as any
 * of its descriptors of that file is closed, so nobody in this program may open a file that it
 * holds: the list of held ones is asked first.
 */
final class LockedFile implements AutoCloseable {
  private static final Map<Path, LockedFile> HELD = new HashMap<>();

  private final Path file;
  private final FileChannel channel;
  private final String content;

  private LockedFile(Path file, FileChannel channel, String content) {
    this.file = file;
    this.channel = channel;
    this.content = content;
  }

  /** Takes the lock, or gives nothing when a living process, or this one, has it. */
  static Optional<LockedFile> tryTake(Path path, String content) throws IOException {
    Path file = path.toAbsolutePath().normalize();
    synchronized (HELD) {
      if (HELD.containsKey(file)) {
        return Optional.empty();
      }
      FileChannel channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      boolean taken = false;
      try {
        if (channel.tryLock() == null) {
          return Optional.empty();
        }
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8)));
        LockedFile locked = new LockedFile(file, channel, content);
        HELD.put(file, locked);
        taken = true;
        return Optional.of(locked);
      } finally {
        if (!taken) {
          channel.close();
        }
      }
    }
  }

  /** What the holder wrote about itself. */
  static String holder(Path path) throws IOException {
    Path file = path.toAbsolutePath().normalize();
    synchronized (HELD) {
      LockedFile mine = HELD.get(file);
      if (mine != null) {
        return mine.content;
      }
      try {
        return Files.readString(file);
      } catch (NoSuchFileException gone) {
        return "";
      }
    }
  }

  /** Whether a living process has the lock. */
  static boolean isHeld(Path path) throws IOException {
    Path file = path.toAbsolutePath().normalize();
    synchronized (HELD) {
      if (HELD.containsKey(file)) {
        return true;
      }
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        return channel.tryLock() == null;
      } catch (NoSuchFileException gone) {
        return false;
      }
    }
  }

  /** Process id and start, for messages. */
  static String thisProcess() {
    ProcessHandle self = ProcessHandle.current();
    return "process %d, started %s"
        .formatted(self.pid(), self.info().startInstant().orElse(Instant.EPOCH));
  }

  /** Removes the file and gives the lock back. */
  void delete() throws IOException {
    Files.deleteIfExists(file);
    close();
  }

  @Override
  public void close() throws IOException {
    synchronized (HELD) {
      if (HELD.remove(file, this)) {
        channel.close();
      }
    }
  }
}
