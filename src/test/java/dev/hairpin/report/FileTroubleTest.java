package dev.hairpin.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTroubleTest {
  @TempDir Path folder;

  @Test
  void aPathAloneIsNoReason() {
    assertThat(FileTrouble.sentence(new NoSuchFileException("a/b")))
        .isEqualTo("a/b: there is no such file or folder");
    assertThat(FileTrouble.sentence(new UncheckedIOException(new AccessDeniedException("a"))))
        .isEqualTo("a: permission denied");
  }

  @Test
  void whatTheSystemSaysIsKept() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));
    Throwable thrown = catchThrowable(() -> Files.createFile(file.resolve("in")));
    assertThat(FileTrouble.sentence(thrown)).isEqualTo(file.resolve("in") + ": Not a directory");
    Throwable there = catchThrowable(() -> Files.createFile(file));
    assertThat(FileTrouble.sentence(there)).isEqualTo(file + ": it is there already");
  }

  @Test
  void otherExceptionsSpeakForThemselves() {
    assertThat(FileTrouble.sentence(new IOException("it is cut"))).isEqualTo("it is cut");
    assertThat(FileTrouble.sentence(new IllegalStateException()))
        .isEqualTo("java.lang.IllegalStateException");
  }

  @Test
  void aPartOfAFolderIsMissingOrNamed() {
    assertThat(FileTrouble.part("x.json", new NoSuchFileException("/tmp/x.json")))
        .isEqualTo("x.json is missing");
    assertThat(FileTrouble.part("x.json", new AccessDeniedException("/tmp/x.json")))
        .isEqualTo("x.json: permission denied");
  }
}
