package dev.hairpin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrongUsageTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {"run", "certify", "bench", "report matrix .", "report trends", "report allure ."})
  void anEmptyOutIsNotTheCurrentFolder(String command) {
    Said said = Said.by((command + " --out=").split(" "));
    assertThat(said.status()).isEqualTo(ExitCode.USAGE);
    assertThat(said.err()).contains("'--out'").contains("it is empty. Next: ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "report show nowhere/x",
        "report compare nowhere/x src",
        "report compare src nowhere/x",
        "report summary nowhere/x",
        "report summary --against nowhere/x src/test",
        "report record --history=none.mv.db nowhere/x",
        "report allure nowhere/x",
        "report matrix src nowhere/x",
        "report verify nowhere/x",
      })
  void aRunThatIsNotThereIsWrongUsage(String command) throws Exception {
    if (command.contains("--against")) {
      command = command.replace("src/test", RunFolder.in(folder).toString());
    }
    Said said = Said.by(command.split(" "));
    assertThat(said.status()).as(said.err()).isEqualTo(ExitCode.USAGE);
    assertThat(said.err())
        .isEqualTo(
            "hairpin: there is no such file or folder: 'nowhere/x'. Next: give the folder of a finished run, such as reports/latest\n");
  }

  @Test
  void aCheckThatTheRunLacksIsWrongUsage() throws Exception {
    String run = RunFolder.in(folder).toString();
    Said said = Said.by("report", "show", "--json", "--check", "vepa-nothing", run);
    assertThat(said.status()).isEqualTo(ExitCode.USAGE);
    assertThat(said.err()).contains("no check 'vepa-nothing' in ");
    assertThat(said.out()).isEmpty();
  }

  @Test
  void aKeyThatIsNoneIsWrongUsage() throws Exception {
    String run = RunFolder.in(folder).toString();
    String text = Files.writeString(folder.resolve("text.pem"), "no key").toString();
    for (String key : new String[] {"nowhere/key", text}) {
      Said verified = Said.by("report", "verify", "--key", key, run);
      assertThat(verified.status()).isEqualTo(ExitCode.USAGE);
      assertThat(verified.err()).contains(key + " is no Ed25519 public key: ");
      Said certified = Said.by("certify", "--history=none", "--key", key);
      assertThat(certified.status()).isEqualTo(ExitCode.USAGE);
      assertThat(certified.err()).contains(key + " is no Ed25519 key to sign with: ");
    }
    assertThat(Said.by("certify", "--history=none", "--key", "nowhere/key").err())
        .contains("nowhere/key is no Ed25519 key to sign with: there is no such file or folder.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"history --last=0", "history --last=-5", "trends --last=0"})
  void theLastRunsAreOneOrMore(String command) {
    Said said = Said.by(("report " + command).split(" "));
    assertThat(said.status()).isEqualTo(ExitCode.USAGE);
    assertThat(said.err()).contains("--last takes 1 or more, not ");
  }

  @Test
  void aLabFilesLabCannotBeKept() throws Exception {
    String lab = Files.writeString(folder.resolve("rack12.yaml"), "lab: rack12").toString();
    Said said = Said.by("run", "--history=none", "--keep", "--lab", lab);
    assertThat(said.status()).isEqualTo(ExitCode.USAGE);
    assertThat(said.err())
        .startsWith("hairpin: --keep leaves an embedded lab up, and '" + lab + "' is a lab file");
  }
}
