package dev.hairpin.switches;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.Yaml;

/** What editors are told is what the reader says. */
final class ProfileSchemaTest {
  private static final Path FOLDER = Path.of("switch-profiles");

  @Test
  void everyShippedProfileFits() throws Exception {
    ProfileFolders folders = ProfileFolders.of(java.util.List.of(FOLDER));
    assertThat(folders.all()).isNotEmpty();
    for (Path each : folders.all().values()) {
      assertThat(ProfileReader.read(each).name()).isNotEmpty();
      assertThat(validate(Files.readString(each))).as(each.toString()).isEmpty();
    }
  }

  @Test
  void theContractsExampleFits() throws Exception {
    assertThat(validate(ProfileReaderTest.ARISTA)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "vendor: Arista         | vender: Arista",
        "standing: documented   | standing: verified",
        "standing: documented   | standing: maybe",
        "profile: arista-eos    | profile: Arista EOS",
        "prompt:                | promt:",
        "30065.                 | thirty",
        "interfaces {port}      | interfaces",
        "type: integer, value: 1| type: int, value: 1",
        "{port-index}           | {index}",
        "snmp:                  | netconf:",
      })
  void whatTheReaderRefusesTheSchemaRefuses(String from, String to) throws Exception {
    assertThat(ProfileReaderTest.ARISTA).contains(from);
    assertThat(validate(ProfileReaderTest.ARISTA.replace(from, to))).isNotEmpty();
  }

  private static Set<ValidationMessage> validate(String profile) throws Exception {
    ObjectMapper mapper = new ObjectMapper();
    JsonSchema schema =
        JsonSchemaFactory.getInstance(VersionFlag.V202012)
            .getSchema(Files.readString(FOLDER.resolve("profile.schema.json")));
    Object loaded = new Yaml().load(profile);
    JsonNode tree = mapper.valueToTree(loaded);
    return schema.validate(tree);
  }
}
