package dev.hairpin.switches;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * All that is said to and by switches, line by line and in order, secrets masked. One transcript
 * serves several switches and threads. A full disk never disturbs a session: see {@link #trouble}.
 */
public final class Transcript implements Closeable {
  /** Which way a line went. */
  public enum Direction {
    SENT('>'),
    RECEIVED('<'),
    /** Neither: what this program did, such as connecting. */
    NOTE('#');

    private final char sign;

    Direction(char sign) {
      this.sign = sign;
    }
  }

  /** One line; the text has its secrets masked. */
  public record Entry(Instant at, String switchName, Direction direction, String text) {
    /** As the line stands in {@code transcript.log}. */
    @Override
    public String toString() {
      return STAMP.format(at) + ' ' + switchName + ' ' + direction.sign + ' ' + text;
    }
  }

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final Secrets secrets;
  private final @Nullable OutputStream file;
  private final String place;
  private final List<Consumer<Entry>> listeners = new CopyOnWriteArrayList<>();
  private final Map<String, String> begunSecrets = new HashMap<>();
  private final Set<String> notes = new LinkedHashSet<>();
  private @Nullable IOException trouble;
  private int lost;

  private Transcript(Secrets secrets, @Nullable OutputStream file, String place) {
    this.secrets = secrets;
    this.file = file;
    this.place = place;
  }

  /** A transcript that is written to a file, added to when it is there already. */
  public static Transcript open(Path file, Secrets secrets) throws IOException {
    OutputStream stream =
        Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    return new Transcript(secrets, stream, file.toString());
  }

  /** A transcript that is only listened to. */
  public static Transcript unwritten(Secrets secrets) {
    return new Transcript(secrets, null, "");
  }

  /** From now until it is closed, what is said to and by one switch. */
  public Excerpt follow(String switchName) {
    return follow(new Excerpt(switchName, speaker -> true, listeners::remove));
  }

  /**
   * The same of what is said by the calling thread alone, where others speak to the switch
   * meanwhile.
   */
  public Excerpt followThisThread(String switchName) {
    Thread own = Thread.currentThread();
    return follow(new Excerpt(switchName, speaker -> speaker == own, listeners::remove));
  }

  private Excerpt follow(Excerpt excerpt) {
    listeners.add(excerpt);
    return excerpt;
  }

  /** What kept lines from being written, when something did; to be reported when closing. */
  public synchronized Optional<String> trouble() {
    return Optional.ofNullable(trouble)
        .map(
            first ->
                lost
                    + " lines of "
                    + place
                    + " could not be written ("
                    + first.getMessage()
                    + "). Free space there, then run again.");
  }

  /**
   * What a reader of the report must know of the sessions: old algorithms, where they were used.
   */
  public synchronized List<String> notes() {
    return List.copyOf(notes);
  }

  synchronized void weak(String place, List<String> algorithms) {
    notes.add(
        place
            + " was spoken to with old SSH algorithms, as the lab file allows: "
            + String.join(", ", algorithms));
  }

  /** Writes one entry for each line of the text. */
  synchronized void add(String switchName, Direction direction, String text) {
    // Masked as a whole before it is cut, so that a secret of several lines is found too.
    Instant now = Instant.now();
    String whole = direction == Direction.RECEIVED ? withoutParts(switchName, text) : text;
    for (String line : secrets.mask(whole).split("\n", -1)) {
      Entry entry = new Entry(now, switchName, direction, line);
      write(entry);
      listeners.forEach(listener -> listener.accept(entry));
    }
  }

  /** What was said may be cut in the middle of a secret's echo: both parts are masked. */
  private String withoutParts(String switchName, String text) {
    String rest = text;
    @Nullable String begun = begunSecrets.remove(switchName);
    if (begun != null) {
      int length = secrets.restAtBegin(begun, text);
      rest = (length > 0 ? "***" : "") + text.substring(length);
    }
    int length = secrets.begunAtEnd(rest);
    if (length == 0) {
      return rest;
    }
    begunSecrets.put(switchName, rest.substring(rest.length() - length));
    return rest.substring(0, rest.length() - length) + "***";
  }

  @Override
  public synchronized void close() throws IOException {
    if (file != null) {
      file.close();
    }
  }

  private void write(Entry entry) {
    if (file == null) {
      return;
    }
    try {
      // One write for each line: nothing is buffered here, so nothing is lost when we are killed.
      file.write((entry + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException full) {
      lost++;
      if (trouble == null) {
        trouble = full;
      }
    }
  }
}
