package dev.hairpin.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
    Path during = out.resolveSibling("." + out.getFileName() + ".during.tmp");
    try {
      AtomicFile.write(out, whole -> merge(streams, unknown, during, whole));
    } finally {
      Files.deleteIfExists(during);
    }
    return List.copyOf(unknown);
  }

  /** One stream in memory at a time; what comes behind the start waits in a file of its own. */
  private static void merge(
      List<Stream> streams, List<Flip> unknown, Path during, OutputStream whole)
      throws IOException {
    MessageMerge merge;
    try (OutputStream later = new BufferedOutputStream(Files.newOutputStream(during))) {
      merge = new MessageMerge(each -> line(each, whole), each -> line(each, later));
      for (Stream stream : streams) {
        List<ObjectNode> messages = read(stream.file());
        MessageFlips late = new MessageFlips(messages);
        unknown.removeIf(flip -> flip.uplink().equals(stream.uplink()) && late.apply(flip));
        if (streams.size() > 1) {
          MessageNames.put(stream.uplink(), messages);
        }
        merge.add(messages);
      }
    }
    Optional<ObjectNode> start = merge.start();
    if (start.isPresent()) {
      line(start.get(), whole);
    }
    Files.copy(during, whole);
    Optional<ObjectNode> end = merge.end();
    if (end.isPresent()) {
      line(end.get(), whole);
    }
  }

  private static void line(ObjectNode message, OutputStream out) throws IOException {
    out.write(JSON.writeValueAsBytes(message));
    out.write('\n');
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
