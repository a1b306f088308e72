package dev.hairpin.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The checksums, held against coreutils. */
class Sha256SumsTest {
  @TempDir Path folder;

  @Test
  void sha256sumAcceptsThemWhateverTheNames() throws Exception {
    for (String name :
        List.of("plain", "-dash", "two words", "back\\slash", "new\nline", "ümlaut", "*star")) {
      Files.writeString(folder.resolve(name), "content of " + name);
    }
    Path inner = Files.createDirectory(folder.resolve("evidence"));
    for (int number = 0; number < 450; number++) {
      Files.writeString(inner.resolve("check-" + number), "frame " + number);
    }

    String sums = Sha256Sums.of(folder);

    assertThat(sums.lines()).hasSize(457);
    Files.writeString(folder.resolve(Sha256Sums.NAME), sums);
    Process check =
        new ProcessBuilder("sha256sum", "--check", "--strict", "--quiet", Sha256Sums.NAME)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    assertThat(new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).isEmpty();
    assertThat(check.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(check.exitValue()).isZero();
  }

  @Test
  void theProgramAndJavaAgree() throws IOException {
    byte[] content = new byte[300_000];
    new java.util.Random(1).nextBytes(content);
    Files.write(folder.resolve("file"), content);

    assertThat(Sha256Program.digests(folder, List.of("file")))
        .containsEntry("file", Sha256Sums.digest(folder.resolve("file")));
  }

  @Test
  void whatTheProgramLeavesOutIsReadHereAndAnErrorIsTold() throws IOException {
    assertThat(Sha256Program.digests(folder, List.of("missing"))).isEmpty();
    assertThat(Sha256Program.digests(folder.resolve("no-such-folder"), List.of("file"))).isEmpty();
    assertThatThrownBy(() -> Sha256Sums.digest(folder.resolve("missing")))
        .isInstanceOf(IOException.class);
  }
}
