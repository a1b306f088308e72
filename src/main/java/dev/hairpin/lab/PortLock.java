package dev.hairpin.lab;

import dev.hairpin.switches.SwitchAccess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * Keeps two runs, or a run and a command by hand, off one switch port. It is lost with the process
 * that holds it, however that ends. Programs with another state directory, or on another machine,
 * are not seen.
 */
public final class PortLock implements AutoCloseable {
  private static final Duration AGAIN = Duration.ofMillis(50);

  private final StateRoot root;
  private final List<LockedFile> files;

  private PortLock(StateRoot root, List<LockedFile> files) {
    this.root = root;
    this.files = files;
  }

  /**
   * Takes the port.
   *
   * @param who takes it, for the message that the next one gets: {@code run 20261122-091522-7f3a}
   * @param namespace the network namespace that the switch is managed from; empty for the program's
   *     own
   * @param port the port, as the switch calls it
   * @param waiting how long another's use of it is waited for
   * @throws PortInUseException when another has it still, with its name and process
   */
  public static PortLock take(
      StateRoot root,
      String who,
      String namespace,
      SwitchAccess access,
      String port,
      Waiting waiting)
      throws IOException {
    String place = "port %s of switch %s (%s)".formatted(port, access.name(), access.address());
    return take(root, who, PortKeys.of(namespace, access, port), place, waiting);
  }

  static PortLock take(StateRoot root, String who, PortKeys keys, String place, Waiting waiting)
      throws IOException {
    long deadline = System.nanoTime() + waiting.patience().toNanos();
    boolean told = false;
    while (true) {
      List<LockedFile> taken = new ArrayList<>();
      Optional<String> holder = tryTake(root, who, keys, taken);
      if (holder.isEmpty()) {
        return new PortLock(root, taken);
      }
      boolean mine = holder.get().endsWith("(" + LockedFile.thisProcess() + ")");
      if (mine || System.nanoTime() >= deadline || waiting.givenUp().getAsBoolean()) {
        throw new PortInUseException(
            "%s is in use by %s; wait for its end, or end it".formatted(place, holder.get()));
      }
      if (!told) {
        told = true;
        waiting
            .told()
            .accept(
                "%s is in use by %s; waiting up to %d s for it"
                    .formatted(place, holder.get(), waiting.patience().toSeconds()));
      }
      LockSupport.parkNanos(AGAIN.toNanos());
    }
  }

  /** All of its files, or none and who holds one. */
  private static Optional<String> tryTake(
      StateRoot root, String who, PortKeys keys, List<LockedFile> taken) throws IOException {
    String holder = "%s (%s)".formatted(who, LockedFile.thisProcess());
    try (LockedFile only = root.exclusively()) {
      for (String key : keys.keys()) {
        Path path = root.locks().resolve(hash(key));
        Optional<LockedFile> file = LockedFile.tryTake(path, holder + "\n" + key);
        if (file.isEmpty()) {
          for (LockedFile each : taken) {
            each.delete();
          }
          return Optional.of(holder(path));
        }
        taken.add(file.get());
      }
      return Optional.empty();
    }
  }

  /**
   * The ports of a switch that are in use now, by this program or another one with the same state
   * directory.
   *
   * @param keys of a port of that switch
   * @return their plain names
   */
  static Set<String> inUse(StateRoot root, PortKeys keys) throws IOException {
    Set<String> ports = new TreeSet<>();
    try (LockedFile only = root.exclusively();
        Stream<Path> files = Files.list(root.locks())) {
      for (Path file : (Iterable<Path>) files::iterator) {
        if (LockedFile.isHeld(file)) {
          String[] lines = LockedFile.holder(file).split("\n", 2);
          if (lines.length > 1) {
            keys.portIn(lines[1]).ifPresent(ports::add);
          }
        }
      }
    }
    return ports;
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
      String first = LockedFile.holder(path).split("\n", 2)[0];
      return first.isEmpty() ? "another program" : first;
    } catch (IOException unreadable) {
      return "another program";
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
      for (LockedFile each : files) {
        each.delete();
      }
    }
  }
}
