package dev.hairpin.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What holds for every report, whatever the run came to. */
final class SoundReport {
  private final RunReport report;

  private SoundReport(RunReport report) {
    this.report = report;
  }

  static void assertThatItIs(RunReport report) throws Exception {
    SoundReport sound = new SoundReport(report);
    sound.resultsFitTheirSchema();
    sound.totalsAgree();
    sound.junitAgrees();
    sound.sumsAgree();
    sound.evidenceIsThere();
    sound.messagesParse();
    sound.pageNamesEveryCheck();
  }

  private void resultsFitTheirSchema() throws Exception {
    String schema = Files.readString(Path.of("reports/results.schema.json"));
    assertThat(
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(schema)
                .validate(report.text("results.json"), InputFormat.JSON))
        .as("faults by results.schema.json")
        .isEmpty();
  }

  private void totalsAgree() {
    JsonNode totals = report.results().get("totals");
    for (String outcome : List.of("passed", "failed", "waived", "inconclusive", "skipped")) {
      assertThat(totals.get(outcome).asInt()).as("total of %s", outcome).isEqualTo(count(outcome));
    }
  }

  private int count(String outcome) {
    return (int)
        report.checks().stream()
            .filter(each -> each.get("outcome").asText().equals(outcome))
            .count();
  }

  private void junitAgrees() throws Exception {
    Element root =
        DocumentBuilderFactory.newDefaultInstance()
            .newDocumentBuilder()
            .parse(report.folder().resolve("junit.xml").toFile())
            .getDocumentElement();
    NodeList cases = root.getElementsByTagName("testcase");
    List<String> names = new ArrayList<>();
    for (int index = 0; index < cases.getLength(); index++) {
      Element each = (Element) cases.item(index);
      names.add(each.getAttribute("classname") + " " + each.getAttribute("name"));
    }
    assertThat(names).doesNotHaveDuplicates().hasSameSizeAs(report.checks());
    assertThat(root.getAttribute("tests")).isEqualTo("" + report.checks().size());
    assertThat(root.getAttribute("failures")).isEqualTo("" + count("failed"));
    assertThat(root.getElementsByTagName("failure").getLength()).isEqualTo(count("failed"));
    assertThat(root.getAttribute("errors")).isEqualTo("" + count("inconclusive"));
  }

  private void sumsAgree() throws Exception {
    Command.run(
        "sh",
        "-c",
        "cd \"$1\" && sha256sum --check --strict --quiet SHA256SUMS",
        "sh",
        report.folder().toString());
    try (Stream<Path> files = Files.walk(report.folder())) {
      List<String> covered =
          files
              .filter(Files::isRegularFile)
              .map(each -> report.folder().relativize(each).toString())
              .filter(each -> !each.equals("SHA256SUMS"))
              .toList();
      assertThat(report.text("SHA256SUMS").lines().map(each -> each.split(" +", 2)[1]))
          .as("files with a checksum")
          .containsExactlyInAnyOrderElementsOf(covered);
    }
  }

  private void evidenceIsThere() throws Exception {
    for (JsonNode check : report.checks()) {
      String id = check.get("id").asText();
      boolean probed = check.get("trials") != null && !check.get("trials").isEmpty();
      // Where no frame was sent, nothing was seen: a refused setting, the kernel's own word.
      if (probed || check.get("tags").toString().contains("@guest")) {
        assertThat(check.get("evidence")).as("evidence of %s", id).isNotEmpty();
      }
      for (JsonNode file : check.get("evidence")) {
        Pcapng pcapng = Pcapng.read(report.folder().resolve(file.asText()));
        String nic = nicOf(check.get("uplink").asText());
        assertThat(pcapng.interfaces())
            .as(id)
            .contains("host %s out".formatted(nic), "host %s in".formatted(nic));
        if (probed) {
          assertThat(pcapng.packets()).as("packets of %s", id).isPositive();
          assertThat(pcapng.comments()).as(id).anyMatch(each -> each.startsWith("probe "));
        }
      }
    }
  }

  private String nicOf(String uplink) {
    for (JsonNode each : report.results().at("/lab/uplinks")) {
      if (each.get("name").asText().equals(uplink)) {
        return each.get("nic").asText();
      }
    }
    throw new AssertionError("results.json has no uplink " + uplink);
  }

  private void messagesParse() throws Exception {
    List<String> lines = report.text("cucumber.ndjson").lines().toList();
    int finished = 0;
    for (String each : lines) {
      JsonNode message = RunReport.parse(each);
      assertThat(message.isObject()).as(each).isTrue();
      finished += message.has("testCaseFinished") ? 1 : 0;
    }
    // What the run found when it put things back has no scenario.
    long scenarios =
        report.checks().stream()
            .map(each -> each.get("id").asText())
            .filter(id -> !id.endsWith("-restored") && !id.endsWith("-untouched"))
            .count();
    assertThat(finished).as("finished test cases").isEqualTo(scenarios);
  }

  private void pageNamesEveryCheck() throws Exception {
    String page = report.text("report.html");
    for (JsonNode each : report.checks()) {
      assertThat(page).contains(each.get("id").asText());
    }
    assertThat(page).doesNotContainPattern("(src|href)=\"(https?:)?//");
  }
}
