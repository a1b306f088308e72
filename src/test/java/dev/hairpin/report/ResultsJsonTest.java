package dev.hairpin.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import dev.hairpin.verdict.Diagnosis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResultsJsonTest {
  @TempDir Path folder;

  @Test
  void whatWasWrittenIsReadAgain() throws Exception {
    Results results = Pages.one();
    Files.writeString(folder.resolve("results.json"), ResultsJson.write(results));
    assertThat(ResultsJson.read(folder)).isEqualTo(results);
    assertThat(ResultsJson.read(folder.resolve("results.json"))).isEqualTo(results);
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "one", "many", "empty"})
  void theSchemaHolds(String name) throws Exception {
    assertThat(faults(ResultsJson.write(Pages.named(name)))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"format\" : \"hairpin-results/1\" | \"format\" : \"hairpin-results/2\"",
        "\"duration-ms\" | \"durationMs\"",
        "\"outcome\" : \"passed\" | \"outcome\" : \"ok\"",
        "\"outcome\" : \"passed\" | \"outcome\" : \"failed\"",
        "\"diagnosis\" : \"no-reflection\" | \"diagnosis\" : \"broken\"",
        "\"diagnosis\" : \"no-reflection\" | \"diagnosis\" : null",
        "\"exit\" : 1 | \"exit\" : 4",
        "\"control\" : \"ssh\" | \"control\" : \"telnet\"",
        "\"waived\" : 1, | ''",
        "2026-11-22T09:15:22.125Z | 22.11.2026"
      })
  void theSchemaRefusesWhatTheContractDoes(String from, String to) throws Exception {
    String json = ResultsJson.write(Pages.one());
    assertThat(json).contains(from);
    assertThat(faults(json.replace(from, to))).isNotEmpty();
  }

  @Test
  void theSchemaKnowsEveryDiagnosis() throws Exception {
    String schema = Files.readString(Path.of("reports/results.schema.json"));
    List<String> ids =
        Arrays.stream(Diagnosis.values()).map(each -> '"' + each.id() + '"').toList();
    assertThat(schema).contains(ids);
  }

  @Test
  void unknownFieldsArePassedOverAndAbsentOnesAreEmpty() throws Exception {
    String json =
        ResultsJson.write(Pages.one())
            .replaceAll("(?s),\\s*\"notes\".*", ", \"later\" : {\"x\" : 1} }");
    Files.writeString(folder.resolve("results.json"), json);
    assertThat(ResultsJson.read(folder).notes()).isEmpty();
    assertThat(ResultsJson.read(folder).environment()).isEmpty();
  }

  @Test
  void errorsNameTheFileThePlaceAndTheNextStep() throws Exception {
    assertThatThrownBy(() -> ResultsJson.read(folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(folder + "/results.json")
        .hasMessageContaining("reports/latest");
    Path file = folder.resolve("results.json");
    Files.writeString(file, "{\"format\": \"hairpin-results/9\"}");
    assertThatThrownBy(() -> ResultsJson.read(folder)).hasMessageContaining("hairpin-results/9");
    Files.writeString(file, "{\n\"format\": \"hairpin-res");
    assertThatThrownBy(() -> ResultsJson.read(folder)).hasMessageContaining("line 2");
    String good = ResultsJson.write(Pages.one());
    Files.writeString(file, good.replace("\"passed\",", "\"ok\","));
    assertThatThrownBy(() -> ResultsJson.read(folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("not a results file");
    Files.writeString(file, good.replace("2026-11-22T09:15:22.125Z", "yesterday"));
    assertThatThrownBy(() -> ResultsJson.read(folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("yesterday");
  }

  private static Set<ValidationMessage> faults(String json) throws IOException {
    JsonSchema schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(Files.readString(Path.of("reports/results.schema.json")));
    return schema.validate(json, InputFormat.JSON);
  }
}
