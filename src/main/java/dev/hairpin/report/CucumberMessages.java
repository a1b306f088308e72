package dev.hairpin.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code cucumber.ndjson}: the message streams of the uplinks' Cucumber runs as one stream, with
 * the verdicts that changed after their scenario's end.
 */
public final class CucumberMessages {
  /** Its name in a run's folder. */
  public static final String NAME = "cucumber.ndjson";

  private static final ObjectMapper JSON = new ObjectMapper();

  private CucumberMessages() {}

  /**
   * One Cucumber run's messages.
   *
   * @param uplink the run's
   * @param file as Cucumber's message formatter wrote it
   */
  public record Stream(String uplink, Path file) {}

  /**
   * A scenario that passed when it ended and failed later.
   *
   * @param uri the scenario's, as Cucumber's {@code Scenario.getUri()} gives it
   * @param line the scenario's, as {@code Scenario.getLine()} gives it
   * @param message why it failed
   */
  public record Flip(String uplink, String uri, int line, String message) {}

  /**
   * Writes the streams as one.
   *
   * @param flips scenarios to be shown as failed
   * @return the flips whose scenario was not found, or had run no step
   * @throws IOException naming the file and the line that cannot be read; a last line that was cut
   *     off is passed over
   */
  public static List<Flip> merge(List<Stream> streams, List<Flip> flips, Path out)
      throws IOException {
    List<Flip> unknown = new ArrayList<>(flips);
    MessageMerge merge = new MessageMerge();
    for (Stream stream : streams) {
      List<ObjectNode> messages = read(stream.file());
      MessageFlips late = new MessageFlips(messages);
      unknown.removeIf(flip -> flip.uplink().equals(stream.uplink()) && late.apply(flip));
      if (streams.size() > 1) {
        MessageNames.put(stream.uplink(), messages);
      }
      merge.add(messages);
    }
    StringBuilder lines = new StringBuilder();
    for (ObjectNode each : merge.messages()) {
      lines.append(JSON.writeValueAsString(each)).append('\n');
    }
    AtomicFile.write(out, lines.toString());
    return List.copyOf(unknown);
  }

  private static List<ObjectNode> read(Path file) throws IOException {
    List<ObjectNode> messages = new ArrayList<>();
    List<String> lines = Files.readAllLines(file);
    for (int index = 0; index < lines.size(); index++) {
      String line = lines.get(index);
      try {
        if (!line.isBlank()) {
          messages.add(JSON.readValue(line, ObjectNode.class));
        }
      } catch (JsonProcessingException fault) {
        if (index < lines.size() - 1) {
          throw new IOException(
              "%s, line %d: not a Cucumber message: %s"
                  .formatted(file, index + 1, fault.getOriginalMessage()),
              fault);
        }
      }
    }
    return messages;
  }
}
