package dev.hairpin.switches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProfileFoldersTest {
  @TempDir Path root;
  private Path first;
  private Path second;
  private ProfileFolders folders;

  @BeforeEach
  void fill() throws IOException {
    first = Files.createDirectory(root.resolve("first"));
    second = Files.createDirectory(root.resolve("second"));
    Files.createFile(first.resolve("linux-bridge.yaml"));
    Files.createFile(second.resolve("linux-bridge.yaml"));
    Files.createFile(second.resolve("arista-eos.yml"));
    Files.createFile(second.resolve("README.md"));
    Files.createDirectory(second.resolve("folder.yaml"));
    folders = ProfileFolders.of(List.of(root.resolve("missing"), first, second));
  }

  @Test
  void listsEachNameOnceTheFirstFolderFirst() throws IOException {
    assertThat(folders.all())
        .containsExactly(
            java.util.Map.entry("arista-eos", second.resolve("arista-eos.yml")),
            java.util.Map.entry("linux-bridge", first.resolve("linux-bridge.yaml")));
  }

  @Test
  void findsByNameAndByPath() throws IOException {
    assertThat(folders.find("arista-eos", root)).isEqualTo(second.resolve("arista-eos.yml"));
    assertThat(folders.find("second/linux-bridge.yaml", root))
        .isEqualTo(second.resolve("linux-bridge.yaml"));
    assertThat(folders.find("linux-bridge.yaml", first))
        .isEqualTo(first.resolve("linux-bridge.yaml"));
    Path absolute = second.resolve("arista-eos.yml");
    assertThat(folders.find(absolute.toString(), first)).isEqualTo(absolute);
  }

  @Test
  void unknownOnesComeWithTheNearest() {
    assertThat(reason("arista-oes"))
        .isEqualTo(
            "no profile 'arista-oes' in "
                + root.resolve("missing")
                + " and "
                + first
                + " and "
                + second
                + "; did you mean 'arista-eos'?");
    assertThat(reason("junos")).endsWith("; known are arista-eos, linux-bridge");
    assertThat(reason("x/y.yaml"))
        .isEqualTo("no profile file " + root.resolve("x/y.yaml") + "; check the path");
    assertThat(reason("second")).contains("no profile 'second'");
  }

  @Test
  void theStandardFolderIsBesideTheProgramThenHere() throws IOException {
    String before = System.getProperty("hairpin.home");
    Path shipped = Files.createDirectories(root.resolve("home/switch-profiles"));
    Files.createFile(shipped.resolve("only-there.yaml"));
    try {
      System.setProperty("hairpin.home", root.resolve("home").toString());
      assertThat(ProfileFolders.standard().all()).containsKeys("only-there", "linux-bridge");
      System.clearProperty("hairpin.home");
      assertThat(ProfileFolders.standard().all())
          .containsKey("linux-bridge")
          .doesNotContainKey("only-there");
    } finally {
      if (before != null) {
        System.setProperty("hairpin.home", before);
      }
    }
  }

  private String reason(String name) {
    NoSuchFileException thrown =
        catchThrowableOfType(NoSuchFileException.class, () -> folders.find(name, root));
    return thrown.getReason();
  }
}
