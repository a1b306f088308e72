package dev.hairpin.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutFolderTest {
  @TempDir Path folder;

  private Path prepare() throws Exception {
    return prepare(folder);
  }

  private static Path prepare(Path folder) throws Exception {
    return OutFolder.prepare(
        new RunOptions(
            "embedded",
            Optional.empty(),
            1,
            Optional.empty(),
            Path.of("features"),
            Optional.of(folder),
            Path.of("reports"),
            false,
            "1"),
        "20261125-180000-1a2b");
  }

  private void report() throws Exception {
    Files.writeString(folder.resolve("results.json"), "{}");
    Files.writeString(folder.resolve("SHA256SUMS"), "0".repeat(64) + "  results.json\n");
  }

  @Test
  void whatAnEarlierRunWroteIsReplaced() throws Exception {
    report();
    Files.writeString(folder.resolve("mine.txt"), "mine");
    prepare();
    assertThat(folder.toFile().list()).containsExactly("mine.txt");
  }

  @ParameterizedTest
  @ValueSource(strings = {"mine.txt", "mine.txt/reports/1"})
  void aFileIsNoFolder(String out) throws Exception {
    Path file = Files.writeString(folder.resolve("mine.txt"), "mine");
    assertThatThrownBy(() -> prepare(folder.resolve(out)))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("'" + file + "' is a file, not a folder");
    assertThat(file).hasContent("mine");
  }

  @ParameterizedTest
  @ValueSource(strings = {"SHA256SUMS.sig", "certificate.json"})
  void whatIsSignedStays(String sign) throws Exception {
    report();
    Files.writeString(folder.resolve(sign), "x");
    assertThatThrownBy(this::prepare)
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(folder + " holds a signed report")
        .hasMessageEndingWith("Next: give another --out or remove it");
    assertThat(folder.toFile().list())
        .containsExactlyInAnyOrder("results.json", "SHA256SUMS", sign);
  }
}
