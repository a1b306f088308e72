package dev.hairpin.lab;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;

/**
 * Where the program keeps what must outlive a killed run: run directories with their undo journals,
 * and the locks of switch ports. Readable by its owner only, for labs keep their keys there.
 *
 * @param path an absolute path without white space or quotes, for it stands in the configuration
 *     files of sshd and snmpd
 */
public record StateRoot(Path path) {
  private static final int ROOM = 64 * 1024;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /**
   * Checks the path's letters only.
   *
   * @throws IllegalArgumentException when the path is relative or holds white space or quotes
   */
  public StateRoot {
    if (!path.isAbsolute() || path.toString().matches(".*[\\s\"'\\\\#].*")) {
      throw new IllegalArgumentException(
          "state directory '%s' must be an absolute path without white space, quotes and '#'; set"
                  .formatted(path)
              + " HAIRPIN_STATE to another one");
    }
  }

  /** {@code HAIRPIN_STATE}, or {@code /var/lib/hairpin}. */
  public static StateRoot ofEnvironment() {
    return new StateRoot(
        Path.of(Optional.ofNullable(System.getenv("HAIRPIN_STATE")).orElse("/var/lib/hairpin")));
  }

  /** One directory for each run that has something to undo. */
  public Path runs() {
    return path.resolve("runs");
  }

  /** One file for each switch port in use. */
  public Path locks() {
    return path.resolve("locks");
  }

  /**
   * Makes the directories and tries whether they can be written, before anything else is changed.
   *
   * @throws IOException when they can't be made or written, with the reason and the next step
   */
  public StateRoot prepare() throws IOException {
    try {
      var mine = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
      Files.createDirectories(path, mine);
      Files.createDirectories(runs(), mine);
      Files.createDirectories(locks(), mine);
      SyncedDirectory.of(path);
      Path probe = Files.createTempFile(path, ".room-", "");
      try (FileChannel channel = FileChannel.open(probe, StandardOpenOption.WRITE)) {
        channel.write(ByteBuffer.allocate(ROOM));
        channel.force(true);
      } finally {
        Files.deleteIfExists(probe);
      }
      return this;
    } catch (IOException failure) {
      throw new IOException(
          "state directory %s can't be written: %s; make room or grant access there, or set HAIRPIN_STATE to another directory"
              .formatted(path, reason(failure)),
          failure);
    }
  }

  /**
   * Refuses to take one that this user can't look into for an empty one.
   *
   * @throws IOException with the next step
   */
  void mustBeReadable() throws IOException {
    if (Files.exists(path) && !(Files.isReadable(path) && Files.isExecutable(path))) {
      throw new IOException(
          "state directory %s can't be read by this user. Next: run it as its owner, or set HAIRPIN_STATE to another directory"
              .formatted(path));
    }
  }

  /**
   * Held while run directories or port locks are made, claimed or removed; never for long.
   *
   * @throws IOException when another process holds it for more than ten seconds
   */
  LockedFile exclusively() throws IOException {
    Path file = path.resolve("lock");
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      Optional<LockedFile> taken = LockedFile.tryTake(file, LockedFile.thisProcess());
      if (taken.isPresent()) {
        return taken.get();
      }
      if (System.nanoTime() > deadline) {
        throw new IOException(
            "waited %d s for %s, held by %s"
                .formatted(PATIENCE.toSeconds(), file, LockedFile.holder(file)));
      }
      pause();
    }
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(5);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", interrupted);
    }
  }

  private static String reason(IOException failure) {
    if (failure instanceof FileSystemException file && file.getReason() != null) {
      return file.getFile() + ": " + file.getReason();
    }
    return failure.getClass().getSimpleName() + ": " + failure.getMessage();
  }
}
