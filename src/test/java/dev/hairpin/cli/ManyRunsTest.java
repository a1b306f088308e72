package dev.hairpin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManyRunsTest {
  @TempDir Path folder;

  private Path broken() throws Exception {
    Path broken = Files.createDirectories(folder.resolve("broken"));
    Files.writeString(broken.resolve("results.json"), "{\"format\" : \"hairpin-results/1\"}");
    return broken;
  }

  @Test
  void theMatrixIsMadeOfTheRunsThatCanBeRead() throws Exception {
    Path run = RunFolder.in(folder);
    Path page = folder.resolve("matrix.html");
    Path broken = broken();
    Said said = Said.by("report", "matrix", "--out", "" + page, "" + broken, "" + run, "" + folder);
    assertThat(said.status()).isEqualTo(ExitCode.INCONCLUSIVE);
    assertThat(said.err().lines())
        .hasSize(2)
        .anyMatch(each -> each.startsWith("hairpin: left out: " + broken + ": "))
        .anyMatch(each -> each.startsWith("hairpin: left out: " + folder + ": no results at "));
    assertThat(page).exists();
    assertThat(Said.by("report", "matrix", "--out", "" + page, "" + run).status())
        .isEqualTo(ExitCode.OK);
  }

  @Test
  void ofNoRunThereIsNoPage() throws Exception {
    Path page = folder.resolve("matrix.html");
    Said said = Said.by("report", "matrix", "--out", "" + page, "" + broken());
    assertThat(said.status()).isEqualTo(ExitCode.INCONCLUSIVE);
    assertThat(said.err()).contains("none of these runs can be read. Next: ");
    assertThat(page).doesNotExist();
  }

  @Test
  void theOthersAreRecorded() throws Exception {
    Path run = RunFolder.in(folder);
    String history = folder.resolve("history").toString();
    Said said = Said.by("report", "record", "--history", history, "" + broken(), "" + run);
    assertThat(said.err()).startsWith("hairpin: left out: " + broken());
    assertThat(said.out()).contains("recorded 20261125-180000-1a2b");
    assertThat(said.status()).isEqualTo(ExitCode.INCONCLUSIVE);
  }
}
