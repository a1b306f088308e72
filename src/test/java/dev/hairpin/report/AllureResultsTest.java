package dev.hairpin.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AllureResultsTest {
  @TempDir private Path folder;

  private final Results results =
      Example.run(
          Example.passed("vepa-a", "tor1"),
          Example.failed("vepa-b", "tor1"),
          Example.waived("private-c", "tor1"),
          Example.inconclusive("vepa-d", "tor1"),
          Example.skipped("vepa-e", "tor1"),
          Example.passed("vepa-a", "tor2"));

  @Test
  void eachCheckIsATestResult() throws IOException {
    AllureResults.write(results, folder, folder.resolve("allure"));
    Map<String, JsonNode> written = written();
    assertThat(written).hasSize(6);
    assertThat(written.get("vepa-a on tor1").path("status").asText()).isEqualTo("passed");
    assertThat(written.get("vepa-b on tor1").path("status").asText()).isEqualTo("failed");
    assertThat(written.get("private-c on tor1").path("status").asText()).isEqualTo("skipped");
    assertThat(written.get("vepa-d on tor1").path("status").asText()).isEqualTo("broken");
    assertThat(written.get("vepa-e on tor1").path("status").asText()).isEqualTo("skipped");
    assertThat(written.get("private-c on tor1").at("/statusDetails/message").asText())
        .contains("WAIVED (isolation-leak)", "Waived: Linux filters", "2027-06-30");
    JsonNode failed = written.get("vepa-b on tor1");
    assertThat(failed.path("stage").asText()).isEqualTo("finished");
    assertThat(failed.path("steps").findValuesAsText("status")).contains("failed");
    assertThat(written.get("vepa-a on tor1").path("historyId"))
        .isNotEqualTo(written.get("vepa-a on tor2").path("historyId"));
    assertThat(written.get("vepa-a on tor1").path("testCaseId"))
        .isEqualTo(written.get("vepa-a on tor2").path("testCaseId"));
  }

  @Test
  void evidenceIsAttachedAndWhatIsMissingIsTold() throws IOException {
    Files.createDirectories(folder.resolve("evidence"));
    Files.writeString(folder.resolve("evidence/vepa-a-tor1.pcapng"), "frames");
    List<String> missing = AllureResults.write(results, folder, folder.resolve("allure"));
    assertThat(missing).hasSize(4).contains("evidence/vepa-b-tor1.pcapng");
    JsonNode attachment = written().get("vepa-a on tor1").at("/attachments/0");
    assertThat(folder.resolve("allure").resolve(attachment.path("source").asText()))
        .hasContent("frames");
  }

  @Test
  void writingTwiceReplaces() throws IOException {
    AllureResults.write(results, folder, folder.resolve("allure"));
    AllureResults.write(results, folder, folder.resolve("allure"));
    assertThat(written()).hasSize(6);
    assertThat(folder.resolve("allure/environment.properties"))
        .content()
        .contains("kernel=6.18.5\n")
        .doesNotContain("#");
  }

  @Test
  void evidenceOutsideOfTheRunIsNotTaken() throws IOException {
    Files.writeString(folder.resolve("secret"), "secret");
    Results evil = Example.run(Example.named(Example.failed("vepa-b", "tor1"), "c", "../secret"));
    assertThat(AllureResults.write(evil, folder.resolve("run"), folder.resolve("allure")))
        .containsExactly("../secret");
  }

  private Map<String, JsonNode> written() throws IOException {
    Map<String, JsonNode> all = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder.resolve("allure"))) {
      for (Path each : files.filter(one -> one.toString().endsWith("-result.json")).toList()) {
        JsonNode result = new ObjectMapper().readTree(each.toFile());
        assertThat(each.getFileName().toString())
            .isEqualTo(result.path("uuid").asText() + "-result.json");
        all.put(result.path("fullName").asText(), result);
      }
    }
    return all;
  }
}
