package dev.hairpin.lab;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The undo journal of one run: the inverse of each change is written here and synced to the disk
 * before the change is made. Any thread may use it.
 */
public final class Journal implements AutoCloseable {
  /**
   * A change that was planned and is not yet undone.
   *
   * @param sequence counts up from 1
   */
  public record Entry(long sequence, Undo undo) {}

  private final Path file;

  /** Not a channel: those are closed when a thread is interrupted, and the journal goes on. */
  private final RandomAccessFile channel;

  private final TreeMap<Long, Entry> open = new TreeMap<>();
  private final JournalReading found;
  private long last;

  private Journal(Path file, RandomAccessFile channel, JournalReading reading) {
    this.file = file;
    this.channel = channel;
    this.found = reading;
    this.last = reading.last();
    reading.open().forEach(entry -> open.put(entry.sequence(), entry));
  }

  /**
   * Opens or makes a journal. A torn last line, left by a crash, is cut off.
   *
   * @throws IOException when the file can't be read or written
   */
  static Journal open(Path file) throws IOException {
    RandomAccessFile channel = new RandomAccessFile(file.toFile(), "rw");
    try {
      String text = Files.readString(file, StandardCharsets.ISO_8859_1);
      JournalReading reading = JournalReading.of(text);
      // What another version wrote is left as it is.
      int kept = reading.lost() ? text.length() : reading.whole();
      channel.setLength(kept);
      channel.seek(kept);
      Journal journal = new Journal(file, channel, reading);
      if (reading.whole() == 0 && !reading.lost()) {
        journal.append(JournalLine.header());
        channel.getFD().sync();
        SyncedDirectory.of(Objects.requireNonNull(file.toAbsolutePath().getParent()));
      } else if (!reading.lost() && text.charAt(reading.whole() - 1) != '\n') {
        journal.append("\n");
      }
      return journal;
    } catch (IOException | RuntimeException failure) {
      channel.close();
      throw failure;
    }
  }

  /** Reads without changing anything; an absent file is an empty journal. */
  static JournalReading read(Path file) throws IOException {
    return JournalReading.of(
        Files.exists(file) ? Files.readString(file, StandardCharsets.ISO_8859_1) : "");
  }

  /**
   * Plans one inverse. When this returns, it is on the disk and the change may be made.
   *
   * @throws IOException when it could not be written: the change must not be made
   */
  public Entry plan(Undo undo) throws IOException {
    return plan(List.of(undo)).get(0);
  }

  /** Plans several at once, with one sync. */
  public synchronized List<Entry> plan(List<Undo> undos) throws IOException {
    List<Entry> planned = new ArrayList<>();
    StringBuilder lines = new StringBuilder();
    for (Undo undo : undos) {
      Entry entry = new Entry(last + planned.size() + 1, undo);
      planned.add(entry);
      lines.append(JournalLine.planned(entry.sequence(), undo));
    }
    long before = channel.getFilePointer();
    try {
      append(lines.toString());
      sync(before);
    } catch (IOException failure) {
      throw new IOException(
          "the undo journal %s can't be written: %s; nothing is changed without it"
              .formatted(file, failure.getMessage()),
          failure);
    }
    last += planned.size();
    planned.forEach(entry -> open.put(entry.sequence(), entry));
    return planned;
  }

  /**
   * Says that an entry's change is no more. Synced for a switch port alone: undoing anything else
   * twice does no harm, but somebody may have set a port by hand since.
   *
   * @throws IOException when that could not be written: it will be undone once more
   */
  public synchronized void undone(Entry entry) throws IOException {
    if (open.containsKey(entry.sequence())) {
      append(JournalLine.undone(entry.sequence()));
      open.remove(entry.sequence());
      if (entry.undo() instanceof Undo.RelayRestore) {
        channel.getFD().sync();
      }
    }
  }

  /** What is planned and not yet undone, in the order it was planned. */
  public synchronized List<Entry> open() {
    return List.copyOf(open.values());
  }

  /** One sentence for each line that could not be read, when the journal was opened. */
  public List<String> damage() {
    return found.damage();
  }

  /** Whether it may tell of changes that could not be read: such a journal is never deleted. */
  public boolean lost() {
    return found.lost();
  }

  /** Whether a torn last line was cut off when the journal was opened. */
  public boolean torn() {
    return found.torn();
  }

  /** What can't be synced must not be there: it would be taken for planned. */
  private void sync(long before) throws IOException {
    try {
      channel.getFD().sync();
    } catch (IOException failure) {
      cut(before);
      throw failure;
    }
  }

  private void cut(long length) throws IOException {
    channel.setLength(length);
    channel.seek(length);
  }

  private void append(String lines) throws IOException {
    long before = channel.getFilePointer();
    try {
      channel.write(lines.getBytes(StandardCharsets.ISO_8859_1));
    } catch (IOException failure) {
      // Half a line would make the next one unreadable.
      cut(before);
      throw failure;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
