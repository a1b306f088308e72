package dev.hairpin.lab;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Keeps two runs off one switch port. It is lost with the process that holds it, however that ends.
 */
public final class PortLock implements AutoCloseable {
  private final StateRoot root;
  private final LockedFile file;

  private PortLock(StateRoot root, LockedFile file) {
    this.root = root;
    this.file = file;
  }

  /**
   * Takes the port.
   *
   * @param runId who takes it, for the message that the next one gets
   * @param namespace the network namespace that the switch is managed from, for addresses repeat
   *     between embedded labs; empty for the program's own
   * @param address the switch's address, as the lab file says
   * @param port the port, as the switch calls it
   * @throws IOException when another run has it, with its id and process
   */
  public static PortLock take(
      StateRoot root, String runId, String namespace, String address, String port)
      throws IOException {
    Path path = root.locks().resolve(hash(namespace + "\n" + address + "\n" + port));
    try (LockedFile only = root.exclusively()) {
      Optional<LockedFile> taken =
          LockedFile.tryTake(path, "run %s (%s)".formatted(runId, LockedFile.thisProcess()));
      return new PortLock(
          root,
          taken.orElseThrow(
              () ->
                  new IOException(
                      "port %s of switch %s is in use by %s; wait for its end, or end it"
                          .formatted(port, address, holder(path)))));
    }
  }

  /** Removes the files of locks that killed runs held. */
  static void sweep(StateRoot root) throws IOException {
    if (!Files.isDirectory(root.locks())) {
      return;
    }
    try (LockedFile only = root.exclusively();
        Stream<Path> files = Files.list(root.locks())) {
      for (Path file : (Iterable<Path>) files::iterator) {
        if (!LockedFile.isHeld(file)) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  private static String holder(Path path) {
    try {
      return LockedFile.holder(path);
    } catch (IOException unreadable) {
      return "another run";
    }
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }

  @Override
  public void close() throws IOException {
    try (LockedFile only = root.exclusively()) {
      file.delete();
    }
  }
}
