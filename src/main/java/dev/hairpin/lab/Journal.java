package dev.hairpin.lab;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
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
  private final FileChannel channel;
  private final TreeMap<Long, Entry> open = new TreeMap<>();
  private final List<String> damage;
  private long last;

  private Journal(Path file, FileChannel channel, JournalReading reading) {
    this.file = file;
    this.channel = channel;
    this.damage = reading.damage();
    this.last = reading.last();
    reading.open().forEach(entry -> open.put(entry.sequence(), entry));
  }

  /**
   * Opens or makes a journal. A torn last line, left by a crash, is cut off.
   *
   * @throws IOException when the file can't be read or written
   */
  static Journal open(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      String text = Files.readString(file, StandardCharsets.ISO_8859_1);
      JournalReading reading = JournalReading.of(text);
      channel.truncate(reading.whole());
      channel.position(reading.whole());
      Journal journal = new Journal(file, channel, reading);
      if (reading.whole() > 0 && text.charAt(reading.whole() - 1) != '\n') {
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
    try {
      append(lines.toString());
      channel.force(false);
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

  /** Says that an entry's change is no more. Not synced: undoing twice does no harm. */
  public synchronized void undone(Entry entry) throws IOException {
    if (open.containsKey(entry.sequence())) {
      append(JournalLine.undone(entry.sequence()));
      open.remove(entry.sequence());
    }
  }

  /** What is planned and not yet undone, in the order it was planned. */
  public synchronized List<Entry> open() {
    return List.copyOf(open.values());
  }

  /** One sentence for each line that could not be read. */
  public List<String> damage() {
    return damage;
  }

  private void append(String lines) throws IOException {
    long before = channel.position();
    ByteBuffer bytes = ByteBuffer.wrap(lines.getBytes(StandardCharsets.ISO_8859_1));
    while (bytes.hasRemaining()) {
      try {
        channel.write(bytes);
      } catch (IOException failure) {
        // Half a line would make the next one unreadable.
        channel.truncate(before);
        channel.position(before);
        throw failure;
      }
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
