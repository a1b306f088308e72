package dev.hairpin.lab;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a journal file says: the planned and not yet undone entries, and what of it is damaged. A
 * torn last line is no damage: its change was never made, for the line comes first.
 *
 * @param open in the order they were planned
 * @param names of every namespace that was ever planned to be deleted
 * @param last the highest sequence number
 * @param whole how many bytes, from the start, are to be kept: all but a torn last line
 * @param torn whether there is such a torn last line
 * @param lost whether there may be changes that this version can't tell from it
 * @param damage one sentence for each damaged line
 */
record JournalReading(
    List<Journal.Entry> open,
    Collection<String> names,
    long last,
    int whole,
    boolean torn,
    boolean lost,
    List<String> damage) {

  /** Reads the file's bytes (as ISO 8859-1: one character each). */
  static JournalReading of(String text) {
    Reader reader = new Reader();
    int end = 0;
    for (String piece : pieces(text)) {
      end += piece.length();
      reader.take(piece, end, text.length());
    }
    return reader.reading();
  }

  /** Cut after each newline and before each start of a line, so that one damaged end harms one. */
  private static List<String> pieces(String text) {
    List<String> pieces = new ArrayList<>();
    int from = 0;
    while (from < text.length()) {
      int newline = text.indexOf('\n', from) + 1;
      int start = text.indexOf(JournalLine.START, from + 1);
      int to = newline == 0 ? text.length() : newline;
      if (start > 0 && start < to) {
        to = start;
      }
      pieces.add(text.substring(from, to));
      from = to;
    }
    return pieces;
  }

  /** What the lines so far come to. */
  private static final class Reader {
    private final TreeMap<Long, Journal.Entry> open = new TreeMap<>();
    private final List<String> names = new ArrayList<>();
    private final List<String> damage = new ArrayList<>();
    private long last;
    private int number;
    private int whole;
    private boolean torn;
    private boolean lost;

    void take(String piece, int end, int length) {
      number++;
      Optional<JournalLine.Whole> line = JournalLine.read(piece);
      if (line.isEmpty()) {
        if (end < length || piece.endsWith("\n")) {
          lost("line %d is damaged: its change may not be undone".formatted(number));
          whole = end;
        } else {
          torn = true;
        }
        return;
      }
      whole = end;
      if (!"\n".startsWith(piece.substring(line.get().end()))) {
        damage.add("line %d has a damaged end".formatted(number));
      }
      fields(line.get().fields());
    }

    private void fields(ObjectNode fields) {
      if (fields.has("undone")) {
        open.remove(fields.get("undone").asLong());
      } else if (fields.has("seq") && fields.has("planned")) {
        planned(fields.get("seq").asLong(), fields);
      } else if (fields.path("journal").asInt() != JournalLine.FORMAT) {
        lost(
            "line %d is of a journal format that this version doesn't know (%s; it knows %d)"
                .formatted(number, fields.path("journal").asText("unnamed"), JournalLine.FORMAT));
      }
    }

    private void planned(long sequence, ObjectNode fields) {
      if (sequence != last + 1) {
        lost("entry %d follows on entry %d".formatted(sequence, last));
      }
      last = Math.max(last, sequence);
      try {
        Undo undo = JournalLine.undo(fields);
        open.put(sequence, new Journal.Entry(sequence, undo));
        if (undo instanceof Undo.NamespaceDelete namespace) {
          names.add(namespace.name());
        }
      } catch (JsonProcessingException unknown) {
        lost(
            "line %d is of a kind this version doesn't know: %s"
                .formatted(number, unknown.getOriginalMessage()));
      }
    }

    private void lost(String sentence) {
      lost = true;
      damage.add(sentence);
    }

    JournalReading reading() {
      return new JournalReading(
          List.copyOf(open.values()), names, last, whole, torn, lost, List.copyOf(damage));
    }
  }
}
