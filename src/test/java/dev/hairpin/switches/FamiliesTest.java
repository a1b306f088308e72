package dev.hairpin.switches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hairpin.yaml.FaultyFileException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FamiliesTest {
  private static final String FAMILY =
      """
      family: base
      sources: [manual]
      constants: {agent: "1.3.6.1"}
      cli:
        prompt: "#$"
        errors: ["^%"]
        modes:
          edit: {prompt: "edit#$", leave: ["end"]}
      reflective-relay:
        cli:
          show: {command: "show {port}", enabled: "on", disabled: "off"}
      """;
  private static final String PROFILE =
      """
      profile: one
      extends: base
      vendor: V
      system: S
      standing: documented
      sources: [own]
      port-name: "p(?<unit>[0-9])"
      cli:
        errors: ["^!"]
      reflective-relay:
        cli:
          enable: ["on {unit}", {command: "commit", expect: "done", wait: 20s}]
          disable: ["off {port}"]
          show: {command: "display {port}"}
        snmp:
          enable: [{oid: "{agent}.{port-index}", type: integer, value: 1, until: {oid: "{agent}.9", value: [3, 1], failed: [4], within: 5s}}]
          disable: [{oid: "{agent}.{port-index}", type: integer, value: 2}]
          show: {oid: "{agent}.{port-index}", enabled: 1}
      """;

  @TempDir Path folder;
  private Path file;
  private Path family;

  @BeforeEach
  void write() throws Exception {
    file = folder.resolve("one.yaml");
    family = Files.createDirectory(folder.resolve("families")).resolve("base.yaml");
    Files.writeString(file, PROFILE);
    Files.writeString(family, FAMILY);
  }

  @Test
  void mapsMergeAndListsReplace() throws Exception {
    Profile profile = ProfileReader.read(file);
    Profile.Cli cli = profile.cli().orElseThrow();
    assertThat(cli.prompt().pattern()).isEqualTo("#$");
    assertThat(cli.errors()).extracting(Object::toString).containsExactly("^!");
    assertThat(cli.modes()).extracting(CliMode::name).containsExactly("edit");
    assertThat(profile.sources()).containsExactly("own", "manual");
    Profile.RelayCli relay = profile.relayCli().orElseThrow();
    assertThat(relay.show().command()).isEqualTo("display {port}");
    assertThat(relay.show().disabled()).isPresent();
    assertThat(relay.enable().get(1).expect().orElseThrow().pattern()).isEqualTo("done");
    Profile.SnmpSet set = profile.relaySnmp().orElseThrow().enable().get(0);
    assertThat(set.oid()).isEqualTo("1.3.6.1.{port-index}");
    assertThat(set.until().orElseThrow().values()).containsExactly("3", "1");
    assertThat(PortParts.fill(profile.portName(), "on {unit} of {port}", "p7"))
        .isEqualTo("on 7 of p7");
    assertThat(ProfileReader.resolved(file).text())
        .contains("display {port}", "prompt: \"#$\"")
        .doesNotContain("extends", "family:");
  }

  @Test
  void aFamilyIsCheckedAloneAndItsFaultsHaveItsName() throws Exception {
    assertThat(ProfileReader.check(family)).isEmpty();
    Files.writeString(family, FAMILY.replace("prompt: \"#$\"", "promt: \"#$\""));
    assertFaults(family, family + ":5:3: unknown key 'promt'; did you mean 'prompt'?");
    assertFaults(
        file,
        file
            + ":9:3: missing key 'prompt': a regular expression for the end of what is shown"
            + " while it waits",
        family + ":5:3: unknown key 'promt'; did you mean 'prompt'?");
  }

  @Test
  void aFamilyThatIsNotThereIsOneFault() throws Exception {
    Files.writeString(file, PROFILE.replace("extends: base", "extends: bas"));
    assertThatThrownBy(() -> ProfileReader.read(file))
        .isInstanceOf(FaultyFileException.class)
        .hasMessageStartingWith(file + ":2:10: no family 'bas' in ")
        .hasMessageContaining("did you mean 'base'?");
    Files.writeString(file, PROFILE);
    Files.writeString(family, FAMILY.replace("family: base", "family: base\nextends: base"));
    assertFaults(
        file, family + ":2:10: 'extends' leads in a circle; take it out of one of the families");
  }

  @Test
  void newKeysHaveTheirFaults() throws Exception {
    Files.writeString(
        file,
        PROFILE
            .replace("wait: 20s", "wait: 20")
            .replace("failed: [4]", "failed: [3]")
            .replace("[\"off {port}\"]", "[\"off {uint}\"]"));
    assertFaults(
        file,
        file
            + ":12:69: 'wait' can't be '20'; it must be a whole number with its unit (us, ms or"
            + " s), 1s to 1800s",
        file + ":13:20: unknown placeholder '{uint}'; did you mean '{unit}'?",
        file
            + ":16:119: item 1 of 'failed' can't be '3'; 'value' is the same; it can't mean both"
            + " done and failed");
  }

  private static void assertFaults(Path read, String... faults) {
    assertThatThrownBy(() -> ProfileReader.check(read))
        .isInstanceOf(FaultyFileException.class)
        .hasMessage(String.join("\n", faults));
  }
}
