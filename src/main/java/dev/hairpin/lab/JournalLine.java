package dev.hairpin.lab;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * One line of the journal: {@code {"crc":"<8 hex digits>","seq":N,"planned":{…}}} or {@code …
 * "undone":M}}, or, as the first of all, {@code … "journal":FORMAT}}; ASCII only. The checksum
 * (CRC-32) is of every byte after it, up to the last brace.
 */
final class JournalLine {
  /** What every line begins with; nothing else in a line can look like it. */
  static final String START = "{\"crc\":\"";

  private static final int DIGITS = 8;
  private static final int BODY = START.length() + DIGITS;

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private JournalLine() {}

  /** The format that this version writes, and the only one that it understands. */
  static final int FORMAT = 1;

  /** The first line of a journal; those of the first version have none. */
  static String header() {
    return sealed(JSON.createObjectNode().put("journal", FORMAT));
  }

  static String planned(long sequence, Undo undo) {
    ObjectNode node = JSON.createObjectNode().put("seq", sequence);
    node.set("planned", JSON.valueToTree(undo));
    return sealed(node);
  }

  static String undone(long sequence) {
    return sealed(JSON.createObjectNode().put("undone", sequence));
  }

  private static String sealed(ObjectNode node) {
    try {
      String body = "\"," + JSON.writeValueAsString(node).substring(1);
      return START + checksum(body) + body + "\n";
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a tree can always be written", impossible);
    }
  }

  /**
   * A line that is whole.
   *
   * @param end where it ends in the text; a newline should be all that follows
   */
  record Whole(ObjectNode fields, int end) {}

  /** Looks for the brace up to which the checksum holds: what follows it may be damaged. */
  static Optional<Whole> read(String text) {
    if (!text.startsWith(START)) {
      return Optional.empty();
    }
    for (int end = text.length(); end > BODY; end = text.lastIndexOf('}', end - 2) + 1) {
      String body = text.substring(BODY, end);
      if (text.startsWith(checksum(body), START.length())) {
        return Optional.of(new Whole(fields(text.substring(0, end)), end));
      }
    }
    return Optional.empty();
  }

  /**
   * The inverse that a whole line plans.
   *
   * @throws JsonProcessingException when its kind or fields are unknown to this version
   */
  static Undo undo(ObjectNode line) throws JsonProcessingException {
    return JSON.treeToValue(line.get("planned"), Undo.class);
  }

  private static ObjectNode fields(String text) {
    try {
      return (ObjectNode) JSON.readTree(text);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a checksum holds for '" + text + "'", impossible);
    }
  }

  private static String checksum(String body) {
    CRC32 crc = new CRC32();
    crc.update(body.getBytes(StandardCharsets.ISO_8859_1));
    return String.format("%08x", crc.getValue());
  }
}
