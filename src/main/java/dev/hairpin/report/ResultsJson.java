package dev.hairpin.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code results.json}: written and read. */
public final class ResultsJson {
  /** Its name in a run's folder. */
  public static final String NAME = "results.json";

  private static final ObjectMapper JSON = JsonFormat.mapper();

  private ResultsJson() {}

  /** The document: indented, fields in the contract's order, UTF-8 with a line end. */
  public static String write(Results results) {
    return any(results);
  }

  /** The same document, written piece by piece. */
  static void write(Results results, OutputStream out) throws IOException {
    try (JsonGenerator json = indented().createGenerator(out)) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.writePOJO(results);
    }
    out.write('\n');
  }

  /** Any value of this package as an indented document, such as a {@link Comparison}. */
  public static String any(Object value) {
    try {
      return indented().writeValueAsString(value) + "\n";
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static ObjectWriter indented() {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    return JSON.writer(
        new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter));
  }

  /**
   * Reads a run's results. Unknown fields are passed over.
   *
   * @param folder a run's folder, or a results file itself
   * @throws IOException naming the file, where the fault is, and what to do
   */
  public static Results read(Path folder) throws IOException {
    Path file = Files.isDirectory(folder) ? folder.resolve(NAME) : folder;
    if (!Files.exists(file)) {
      throw new IOException(
          "no results at "
              + file
              + ": give the folder of a finished run, such as reports/latest (written by 'hairpin"
              + " run')");
    }
    // By a stream: the file may lie in a bundle's archive.
    try (InputStream results = Files.newInputStream(file)) {
      String format = format(file);
      if (!format.equals(Results.FORMAT)) {
        throw new IOException(
            "%s has the format '%s', not '%s': it is not a results file, or another version's"
                .formatted(file, format, Results.FORMAT));
      }
      // Not by way of a tree: that of tens of uplinks takes ten times the file's size.
      return JSON.readValue(results, Results.class);
    } catch (JsonProcessingException fault) {
      String place = fault.getLocation() == null ? "" : ", line " + fault.getLocation().getLineNr();
      throw new IOException(
          file + place + ": not a results file: " + fault.getOriginalMessage(), fault);
    }
  }

  /** What the document says it is; nothing when it doesn't. */
  private static String format(Path file) throws IOException {
    try (InputStream results = Files.newInputStream(file);
        JsonParser json = JSON.createParser(results)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return "";
      }
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        boolean wanted = json.currentName().equals("format");
        JsonToken value = json.nextToken();
        if (wanted) {
          return value.isScalarValue() ? json.getText() : "";
        }
        json.skipChildren();
      }
      return "";
    }
  }
}
