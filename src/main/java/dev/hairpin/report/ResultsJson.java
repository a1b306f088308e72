package dev.hairpin.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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

  /** Any value of this package as an indented document, such as a {@link Comparison}. */
  public static String any(Object value) {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
    try {
      return JSON.writer(printer).writeValueAsString(value) + "\n";
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
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
    try {
      JsonNode tree = JSON.readTree(Files.readString(file, StandardCharsets.UTF_8));
      String format = tree.path("format").asText();
      if (!format.equals(Results.FORMAT)) {
        throw new IOException(
            "%s has the format '%s', not '%s': it is not a results file, or another version's"
                .formatted(file, format, Results.FORMAT));
      }
      return JSON.treeToValue(tree, Results.class);
    } catch (JsonProcessingException fault) {
      String place = fault.getLocation() == null ? "" : ", line " + fault.getLocation().getLineNr();
      throw new IOException(
          file + place + ": not a results file: " + fault.getOriginalMessage(), fault);
    }
  }
}
