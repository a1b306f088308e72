package dev.hairpin.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/**
 * What one run keeps on the disk while there is something to undo: who it is ({@code owner}, locked
 * as long as the process lives), its undo journal ({@code journal}), and whether its lab is left up
 * on purpose ({@code kept}). Whoever has one of these objects owns the run: made it, or claimed it
 * after its process had died.
 */
public final class RunDirectory implements AutoCloseable {
  /** What run ids look like. */
  public static final String RUN_ID = "[0-9]{8}-[0-9]{6}-[0-9a-f]{4}";

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

  private static final int STAMP_LENGTH = "yyyyMMdd-HHmmss".length();

  private final StateRoot root;
  private final String id;
  private final LockedFile owner;
  private final Journal journal;
  private final boolean mine;

  private RunDirectory(StateRoot root, String id, LockedFile owner, Journal journal, boolean mine) {
    this.root = root;
    this.id = id;
    this.owner = owner;
    this.journal = journal;
    this.mine = mine;
  }

  /**
   * Makes the directory of a new run, with a fresh run id.
   *
   * @throws IOException when the state directory can't be written
   */
  public static RunDirectory create(StateRoot root) throws IOException {
    root.prepare();
    try (LockedFile only = root.exclusively()) {
      String id = freshId(root);
      Path path = root.runs().resolve(id);
      Files.createDirectory(
          path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      SyncedDirectory.of(root.runs());
      return open(root, id, true)
          .orElseThrow(() -> new IOException(path + " was taken while it was made"));
    }
  }

  /**
   * Takes over the directory of a run whose process has ended.
   *
   * @return nothing when the run lives, or there is no such run
   */
  public static Optional<RunDirectory> claim(StateRoot root, String id) throws IOException {
    if (!id.matches(RUN_ID)) {
      // Never a path: what is claimed is deleted in the end.
      return Optional.empty();
    }
    try (LockedFile only = root.exclusively()) {
      return Files.isDirectory(root.runs().resolve(id)) ? open(root, id, false) : Optional.empty();
    }
  }

  /** When a run began, by this machine's clock, from text that starts with its id. */
  static Optional<LocalDateTime> begin(String text) {
    try {
      return Optional.of(LocalDateTime.parse(text.substring(0, STAMP_LENGTH), STAMP));
    } catch (DateTimeParseException | IndexOutOfBoundsException noRunId) {
      return Optional.empty();
    }
  }

  /**
   * Every run with a directory, oldest first.
   *
   * @throws IOException when they can't be seen, which is not the same as none
   */
  public static List<Found> list(StateRoot root) throws IOException {
    root.mustBeReadable();
    if (!Files.isDirectory(root.runs())) {
      return List.of();
    }
    try (LockedFile only = root.exclusively();
        Stream<Path> paths = Files.list(root.runs())) {
      List<Found> found = new ArrayList<>();
      for (Path path : (Iterable<Path>) paths.sorted()::iterator) {
        if (Files.isDirectory(path)) {
          found.add(Found.read(path));
        }
      }
      return found;
    }
  }

  /**
   * A run's directory, seen from outside.
   *
   * @param alive whether its process lives
   * @param owner the process id and start of its process
   * @param kept what is said about its lab, when that is left up on purpose
   */
  public record Found(String id, Path path, boolean alive, String owner, Optional<String> kept) {
    private static Found read(Path path) throws IOException {
      Path owner = path.resolve("owner");
      Path kept = path.resolve("kept");
      return new Found(
          path.getFileName().toString(),
          path,
          LockedFile.isHeld(owner),
          LockedFile.holder(owner),
          Files.exists(kept) ? Optional.of(Files.readString(kept).strip()) : Optional.empty());
    }
  }

  private static Optional<RunDirectory> open(StateRoot root, String id, boolean mine)
      throws IOException {
    Path path = root.runs().resolve(id);
    Optional<LockedFile> owner =
        LockedFile.tryTake(path.resolve("owner"), LockedFile.thisProcess());
    if (owner.isEmpty()) {
      return Optional.empty();
    }
    try {
      Journal journal = Journal.open(path.resolve("journal"));
      return Optional.of(new RunDirectory(root, id, owner.get(), journal, mine));
    } catch (IOException | RuntimeException failure) {
      owner.get().close();
      throw failure;
    }
  }

  private static String freshId(StateRoot root) {
    while (true) {
      String id =
          "%s-%04x"
              .formatted(
                  LocalDateTime.now().format(STAMP), ThreadLocalRandom.current().nextInt(1 << 16));
      if (!Files.exists(root.runs().resolve(id))) {
        return id;
      }
    }
  }

  /** The run's id. */
  public String id() {
    return id;
  }

  /** Where it lies. */
  public Path path() {
    return root.runs().resolve(id);
  }

  /** The state directory it belongs to. */
  public StateRoot root() {
    return root;
  }

  /** The run's undo journal. */
  public Journal journal() {
    return journal;
  }

  /** Whether this process made the run, rather than claimed it from a dead one. */
  public boolean mine() {
    return mine;
  }

  /** Whether its lab is left up on purpose, and what is said about it. */
  public Optional<String> kept() throws IOException {
    Path kept = path().resolve("kept");
    return Files.exists(kept) ? Optional.of(Files.readString(kept).strip()) : Optional.empty();
  }

  /**
   * Leaves the lab up on purpose: a sweep lets it be from now on, though its process ends.
   *
   * @param description one line about the lab, for lists
   */
  public void keep(String description) throws IOException {
    Files.writeString(path().resolve("kept"), description + "\n");
  }

  /** Lets a kept lab go: the run's directory goes with it once everything is undone. */
  public void unkeep() throws IOException {
    Files.deleteIfExists(path().resolve("kept"));
  }

  /**
   * Undoes, in reverse order, everything that is planned and not undone, and tries all of it; what
   * failed stays in the journal.
   *
   * @param relays sets reflective relay back
   */
  public UndoReport undo(RelayRestorer relays) throws IOException {
    return undo(journal.open(), relays);
  }

  /** The same for some of the journal's open entries. */
  public UndoReport undo(List<Journal.Entry> entries, RelayRestorer relays) throws IOException {
    return new Undoer(root, id, mine, relays).undo(journal, entries);
  }

  /**
   * Gives the run up: the directory is removed when nothing is left to undo, its journal could be
   * read whole and its lab isn't kept; otherwise it stays for {@code hairpin restore}.
   */
  @Override
  public void close() throws IOException {
    try (LockedFile only = root.exclusively()) {
      journal.close();
      if (!journal.open().isEmpty() || journal.lost() || kept().isPresent()) {
        owner.close();
        return;
      }
      try {
        // The owner's lock goes last: until then nobody takes a half removed run for a dead one.
        UndoDirectories.deleteBelow(path(), "owner");
        owner.delete();
        Files.delete(path());
      } finally {
        owner.close();
      }
    }
  }
}
