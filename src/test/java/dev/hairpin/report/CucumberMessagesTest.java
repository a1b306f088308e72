package dev.hairpin.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cucumber.core.cli.Main;
import io.cucumber.htmlformatter.MessagesToHtmlWriter;
import io.cucumber.junitxmlformatter.MessagesToJunitXmlWriter;
import io.cucumber.messages.ndjson.Deserializer;
import io.cucumber.messages.ndjson.Serializer;
import io.cucumber.messages.types.Envelope;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against real streams of Cucumber, read back by Cucumber's own formatters. */
class CucumberMessagesTest {
  @TempDir Path folder;
  private Path feature;
  private Path out;

  @BeforeEach
  void feature() throws Exception {
    out = folder.resolve("cucumber.ndjson");
    feature = folder.resolve("some.feature");
    Files.writeString(
        feature,
        """
        Feature: Some
          Scenario: plain
            Given it is fine
            And this is fine
          Scenario Outline: row <n>
            Given <n> is fine
            Examples:
              | n |
              | a |
              | b |
        """);
  }

  @Test
  void oneStreamIsTakenAsItIs() throws Exception {
    CucumberMessages.Stream tor1 = stream("tor1");
    CucumberMessages.merge(List.of(tor1), List.of(), out);
    assertThat(trees(out)).containsExactlyInAnyOrderElementsOf(trees(tor1.file()));
  }

  @Test
  void aLateFailureFailsTheLastStepOfItsScenarioOnly() throws Exception {
    List<CucumberMessages.Flip> flips = List.of(flip("tor1", 2), flip("tor1", 9));
    assertThat(CucumberMessages.merge(List.of(stream("tor1")), flips, out)).isEmpty();
    String junit = junit(out);
    assertThat(junit).contains("tests=\"3\"", "failures=\"2\"");
    assertThat(cases(junit)).filteredOn(each -> each.contains("<failure")).hasSize(2);
    assertThat(cases(junit))
        .filteredOn(each -> each.contains("row b"))
        .noneMatch(each -> each.contains("<failure"));
    assertThat(junit).contains("a late copy came");
    assertThat(junit)
        .containsPattern("this is fine\\.+failed")
        .containsPattern("it is fine\\.+passed");
    assertThat(Files.readString(out)).contains("\"success\":false");
  }

  @Test
  void severalUplinksBecomeOneRun() throws Exception {
    List<CucumberMessages.Stream> streams = List.of(stream("tor1"), stream("tor2"));
    CucumberMessages.merge(streams, List.of(flip("tor2", 2)), out);

    List<JsonNode> messages = trees(out);
    for (String once : List.of("meta", "testRunStarted", "testRunFinished")) {
      assertThat(messages).filteredOn(each -> each.has(once)).hasSize(1);
    }
    assertThat(messages.get(0).has("meta")).isTrue();
    assertThat(messages.get(messages.size() - 1).at("/testRunFinished/success").asBoolean(true))
        .isFalse();
    assertThat(messages).filteredOn(each -> each.has("testCaseFinished")).hasSize(6);
    Set<String> ids = new HashSet<>();
    messages.forEach(each -> assertUnique(each, ids));
    messages.forEach(each -> assertKnown(each, ids));

    String junit = junit(out);
    assertThat(junit).contains("tests=\"6\"", "failures=\"1\"").contains("Some [tor1]");
    assertThat(cases(junit))
        .filteredOn(each -> each.contains("<failure"))
        .singleElement()
        .asString()
        .contains("Some [tor2]")
        .contains("plain");
    assertThat(html(out)).contains("some.feature?uplink=tor2");
  }

  @Test
  void whatIsNotThereIsReported() throws Exception {
    CucumberMessages.Flip wrongLine = flip("tor1", 4);
    CucumberMessages.Flip wrongUplink = flip("tor9", 2);
    assertThat(
            CucumberMessages.merge(
                List.of(stream("tor1")), List.of(wrongLine, flip("tor1", 2), wrongUplink), out))
        .containsExactly(wrongLine, wrongUplink);
  }

  @Test
  void aLastLineThatWasCutOffIsPassedOverAndAnyOtherNamed() throws Exception {
    CucumberMessages.Stream stream = stream("tor1");
    List<String> lines = Files.readAllLines(stream.file());
    String cut = String.join("\n", lines.subList(0, lines.size() - 1)) + "\n{\"testRunFin";
    Files.writeString(stream.file(), cut);
    CucumberMessages.merge(List.of(stream), List.of(), out);
    assertThat(trees(out)).hasSize(lines.size() - 1);
    Files.writeString(stream.file(), lines.get(0) + "\n{\"broken\n" + lines.get(1));
    assertThatThrownBy(() -> CucumberMessages.merge(List.of(stream), List.of(), out))
        .hasMessageContaining(stream.file() + ", line 2");
  }

  private CucumberMessages.Stream stream(String uplink) {
    Path file = folder.resolve(uplink + ".ndjson");
    Main.run(
        "--glue",
        "dev.hairpin.report.glue",
        "--no-summary",
        "--plugin",
        "message:" + file,
        feature.toString());
    return new CucumberMessages.Stream(uplink, file);
  }

  private CucumberMessages.Flip flip(String uplink, int line) {
    return new CucumberMessages.Flip(uplink, "file://" + feature, line, "a late copy came");
  }

  private static void assertUnique(JsonNode node, Set<String> ids) {
    if (node.path("id").isTextual()) {
      assertThat(ids.add(node.path("id").asText())).as("%s", node).isTrue();
    }
    node.forEach(each -> assertUnique(each, ids));
  }

  private static void assertKnown(JsonNode node, Set<String> ids) {
    for (var field : node.properties()) {
      if (field.getKey().endsWith("Id") && !field.getKey().equals("workerId")) {
        assertThat(ids).contains(field.getValue().asText());
      }
      if (field.getKey().endsWith("Ids")) {
        field.getValue().forEach(each -> assertThat(ids).contains(each.asText()));
      }
    }
    node.forEach(each -> assertKnown(each, ids));
  }

  private static List<JsonNode> trees(Path file) throws Exception {
    List<JsonNode> trees = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      trees.add(new ObjectMapper().readTree(line));
    }
    return trees;
  }

  private static List<Envelope> envelopes(Path file) throws Exception {
    Deserializer deserializer = new Deserializer();
    List<Envelope> envelopes = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      envelopes.add(deserializer.readValue(line));
    }
    return envelopes;
  }

  private static String junit(Path file) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MessagesToJunitXmlWriter writer = new MessagesToJunitXmlWriter(bytes)) {
      for (Envelope each : envelopes(file)) {
        writer.write(each);
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static List<String> cases(String junit) {
    return List.of(junit.split("(?=<testcase)", 0));
  }

  private static String html(Path file) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MessagesToHtmlWriter writer =
        new MessagesToHtmlWriter(bytes, new Serializer()::writeValue)) {
      for (Envelope each : envelopes(file)) {
        writer.write(each);
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
