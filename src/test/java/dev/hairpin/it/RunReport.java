package dev.hairpin.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;

/** The folder that a run has written, as another program reads it. */
record RunReport(Path folder, JsonNode results) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static RunReport read(Path folder) throws IOException {
    return new RunReport(folder, JSON.readTree(folder.resolve("results.json").toFile()));
  }

  /** Those of all runs that have their folder here. */
  static List<RunReport> all(Path folder) throws IOException {
    List<RunReport> reports = new ArrayList<>();
    try (DirectoryStream<Path> each = Files.newDirectoryStream(folder)) {
      for (Path run : each) {
        if (!Files.isSymbolicLink(run)) {
          reports.add(read(run));
        }
      }
    }
    return reports;
  }

  String runId() {
    return results.at("/run/id").asText();
  }

  List<JsonNode> checks() {
    List<JsonNode> checks = new ArrayList<>();
    results.get("checks").forEach(checks::add);
    return checks;
  }

  JsonNode check(String id) {
    return checks().stream()
        .filter(each -> each.get("id").asText().equals(id))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("no check " + id + " in " + folder));
  }

  /** Every check, as {@code ID on UPLINK}; one that is there twice is here twice. */
  List<String> names() {
    return checks().stream()
        .map(each -> each.get("id").asText() + " on " + each.get("uplink").asText())
        .toList();
  }

  /** The outcome of each check id, and its diagnosis where it has one: {@code failed lost}. */
  Map<String, String> outcomes() {
    Map<String, String> outcomes = new TreeMap<>();
    for (JsonNode each : checks()) {
      JsonNode diagnosis = each.get("diagnosis");
      outcomes.put(
          each.get("id").asText(),
          each.get("outcome").asText() + (diagnosis.isNull() ? "" : " " + diagnosis.asText()));
    }
    return outcomes;
  }

  String text(String file) throws IOException {
    return Files.readString(folder.resolve(file));
  }

  static JsonNode parse(String json) throws IOException {
    return JSON.readTree(json);
  }
}
