package dev.hairpin.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabChoiceTest {
  @TempDir Path folder;

  @Test
  void aFileOrABuiltInLab() throws Exception {
    Path file = Files.writeString(folder.resolve("rack12.yaml"), "lab: rack12");
    assertThat(LabChoice.of(file.toString()).builtIn()).isFalse();
    assertThat(LabChoice.of("embedded-snmp").builtIn()).isTrue();
    assertThatThrownBy(() -> LabChoice.of("embeded"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("did you mean 'embedded'?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/dev/null", "/dev/fd/0", "/dev/fd/63", "/dev/fd/987"})
  void whatCanBeReadOnceOnlyIsRefused(String pipe) {
    assertThatThrownBy(() -> LabChoice.of(pipe))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("'%s' is a pipe or device, not a file: ".formatted(pipe))
        .hasMessageEndingWith("Next: write it into a file, and give that to --lab");
  }

  @Test
  void aFolderIsNoLabFile() {
    assertThatThrownBy(() -> LabChoice.of(folder.toString()))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("is a folder");
  }
}
